import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';

/**
 * What one operation may ask for. The largest operation of our own front ends (a case with its timeline, steps,
 * commitment and explanation) needs about a third of each.
 */
export const LIMITS = {
  /** Words and signs in the text, checked while parsing: the first guard, before anything is built. */
  tokens: 1_500,
  /** Levels of fields below the operation; introspection has its own nesting and is not counted. */
  depth: 12,
  directives: 10,
  /** 2 per object, 1 per leaf, times 1.5 per level, times `first`: a page of 100 with 40 fields each costs 14,000. */
  cost: 20_000,
  /** Fields after all fragments are spread, which a short text with nested fragments can blow up. */
  recursiveSelections: 10_000,
  /** Errors in one answer: the rest tell nothing new and make the answer larger than the question. */
  errors: 5,
} as const;

const report = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, { message }: GraphQLError) =>
      // They all begin with "Syntax Error", which none of them is.
      context?.reportError(new GraphQLError(message.replace(/^Syntax Error: /, ''))),
  ],
};

/** The limit of cost; it is asked again for the sizes that come as variables. */
export const costRule = costLimitRule({ ...report, maxCost: LIMITS.cost }) as ValidationRule;

/**
 * Validation rules for {@link LIMITS}. The rules' own way of refusing is to throw, which cuts the other rules short;
 * here they report like every rule does, so the answer is a plain 400 with all there is to say.
 *
 * @param maxAliases a dashboard needs some dozens; how much one request may ask for is the cost's to say
 */
export function limitRules(maxAliases: number): ValidationRule[] {
  return [
    maxDepthRule({ ...report, n: LIMITS.depth }),
    // The rule's own default lets `__typename` pass, which is the field such attacks repeat.
    maxAliasesRule({ ...report, n: maxAliases, allowList: [] }),
    maxDirectivesRule({ ...report, n: LIMITS.directives }),
    costRule,
  ] as ValidationRule[];
}
