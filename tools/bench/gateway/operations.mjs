/**
 * What is asked. Every request has variables of its own, so that nobody wins by answering identical questions once.
 * The texts are constant, as those of front ends are.
 */
const between = (limit) => Math.floor(Math.random() * limit);

/** Operations by name: text, and a maker of variables. */
export const OPERATIONS = {
  one: {
    meaning: 'one fetch, one small object',
    query: 'query One($upc: ID!) { product(upc: $upc) { upc name price } }',
    variables: () => ({ upc: `p${between(1000)}` }),
  },
  small: {
    meaning: 'three fetches in a row, 0.5 kB',
    query: `query Small($upc: ID!) { product(upc: $upc) { upc name reviews { id body author { id name } } } }`,
    variables: () => ({ upc: `p${between(1000)}` }),
  },
  page: {
    meaning: '50 objects with their details, three fetches, 20 kB',
    query: `query Page($skip: Int) {
      products(first: 50, skip: $skip) { upc name price reviews { id body author { id name username } } }
    }`,
    variables: () => ({ skip: between(950) }),
  },
  heavy: {
    meaning: 'the query shape of the published gateway benchmarks, about 150 kB',
    query: `query Heavy($users: Int!, $reviews: Int!, $more: Int!, $products: Int!, $skip: Int) {
      users(first: $users) { id name username
        reviews(first: $reviews, skip: $skip) { id body
          product { upc name price weight
            reviews { id body
              author { id name username
                reviews(first: $more, skip: $skip) { id body product { upc name price weight } }
              }
            }
          }
        }
      }
      products(first: $products, skip: $skip) {
        upc name price weight reviews { id body author { id name username } }
      }
    }`,
    variables: () => ({ users: 8, reviews: 7, more: 3, products: 20, skip: between(250) }),
  },
};

/** A stock of request bodies, made before the clock runs. */
export function bodiesOf({ query, variables }, count = 512) {
  return Array.from({ length: count }, () => JSON.stringify({ query, variables: variables() }));
}
