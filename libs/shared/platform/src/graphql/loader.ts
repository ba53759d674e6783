import DataLoader from 'dataloader';
import { decodeId } from '@hall/kernel';
import type { HallKey } from '@hall/kernel';
import { globalId } from './keys';

/** Loads one thing by its key, batching all that a tick asks for. */
export type Loader<V> = Pick<DataLoader<string, V>, 'load' | 'loadMany'>;

/** A request has some fifty loaders and asks two or three of them: each is made when it is asked. */
class LazyLoader<V> implements Loader<V> {
  #made: DataLoader<string, V> | undefined;

  constructor(private readonly findMany: DataLoader.BatchLoadFn<string, V>) {}

  get #loader(): DataLoader<string, V> {
    return (this.#made ??= new DataLoader(this.findMany));
  }

  load(key: string): Promise<V> {
    return this.#loader.load(key);
  }

  loadMany(keys: readonly string[]): Promise<(V | Error)[]> {
    return this.#loader.loadMany(keys);
  }
}

/**
 * Turns "find many by keys, give me a map" into a single-item method that batches by itself.
 * A key that is not found resolves to null: absence and invisibility look the same.
 *
 * @param findMany one statement for all keys of a tick
 */
export function batchLoader<V>(
  findMany: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>,
): Loader<V | null> {
  return new LazyLoader<V | null>(async (keys) => {
    const found = await findMany(keys);
    return keys.map((key) => found.get(key) ?? null);
  });
}

const asIs = <T>(row: unknown): T => row as T;

/**
 * Loads things by global id. Malformed ids are simply absent.
 *
 * @param find one statement for all keys
 * @param keyOf the key that a row answers to, when it is not its own
 * @param convert what is shown of a row; the row itself when absent
 */
export function entityLoader<Row, T = Row>(
  find: (keys: readonly HallKey[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => HallKey,
  convert: (row: Row) => T = asIs,
): Loader<T | null> {
  return batchLoader(async (ids) => {
    const keys = ids.flatMap((id) => decodeId(id) ?? []);
    const rows = keys.length > 0 ? await find(keys) : [];
    return new Map(rows.map((row) => [globalId(keyOf(row)), convert(row)]));
  });
}

/**
 * Loads the children of things by the parent's global id; a parent without children has an empty list.
 *
 * @param find one statement for all parents; its order is kept
 */
export function listLoader<Row, T = Row>(
  find: (parents: readonly HallKey[]) => Promise<readonly Row[]>,
  parentOf: (row: Row) => HallKey,
  convert: (row: Row) => T = asIs,
): Loader<T[]> {
  return new LazyLoader<T[]>(async (ids) => {
    const keys = ids.flatMap((id) => decodeId(id) ?? []);
    const lists = new Map<string, T[]>(ids.map((id) => [id, []]));
    for (const row of keys.length > 0 ? await find(keys) : []) lists.get(globalId(parentOf(row)))?.push(convert(row));
    return ids.map((id) => lists.get(id) ?? []);
  });
}

/** Loads what is worked out of something that another loader finds; a fault in one does not touch the others. */
export function derivedLoader<A, B>(loader: Loader<A>, derive: (found: A, id: string) => B | Promise<B>): Loader<B> {
  const one = async (id: string): Promise<B> => derive(await loader.load(id), id);
  return new LazyLoader<B>((ids) => Promise.all(ids.map((id) => one(id).catch((fault: unknown) => fault as Error))));
}
