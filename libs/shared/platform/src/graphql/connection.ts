import { ArgsType, Directive, Field, Int, ObjectType } from 'type-graphql';
import { VisibleToAnyone } from './policy';
import { badInput } from './errors';

/** Paging state of a Relay connection. */
@Directive('@shareable')
@VisibleToAnyone()
@ObjectType({ description: '分页信息 / Paging state of a connection' })
export class PageInfo {
  @Field(() => Boolean, { description: '后面是否还有 / Are there more' })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: '本页最后一条的游标 / Cursor of the last edge' })
  endCursor?: string;
}

/** The largest page anybody may ask for. */
const maxPageSize = 200;

/** Checks the `first` argument of a connection; 50 when it is not given. */
export function pageSize(first: number | null | undefined): number {
  const size = first ?? 50;
  if (!Number.isInteger(size) || size < 1 || size > maxPageSize)
    throw badInput({ field: 'first', reason: `1–${maxPageSize}` });
  return size;
}

/** The arguments of every list that can grow. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: '每页条数，1–200，缺省 50 / Page size; 50 when absent' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: '上一页末的游标 / Cursor of the last edge before' })
  after?: string | null;
}

/** One thing of a page and its place. */
interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

/** A page of things. */
export interface Connection<T> {
  readonly edges: readonly Edge<T>[];
  readonly pageInfo: PageInfo;
}

/**
 * Makes a connection of rows that were fetched with one more than the page holds.
 *
 * @param cursorOf an opaque text that finds the row's place again
 * @param toNode what a reader is shown of a row; the row itself when absent
 */
export function toConnection<T>(rows: readonly T[], size: number, cursorOf: (row: T) => string): Connection<T>;
export function toConnection<T, Node>(
  rows: readonly T[],
  size: number,
  cursorOf: (row: T) => string,
  toNode: (row: T) => Node,
): Connection<Node>;
export function toConnection<T>(
  rows: readonly T[],
  size: number,
  cursorOf: (row: T) => string,
  toNode: (row: T) => unknown = (row) => row,
): Connection<unknown> {
  const edges = rows.slice(0, size).map((row) => ({ node: toNode(row), cursor: cursorOf(row) }));
  const pageInfo = Object.assign(new PageInfo(), { hasNextPage: rows.length > size, endCursor: edges.at(-1)?.cursor });
  return { edges, pageInfo };
}

/** Makes the edge and connection types of a node type. What a page holds has a policy of its own. The type `PageInfo` must be shareable between subgraphs. */
export function connectionTypes<T extends object>(name: string, node: () => new () => T) {
  @VisibleToAnyone()
  @ObjectType(`${name}Edge`, { description: '连接的一条 / One thing of a page and its place' })
  class NodeEdge {
    @Field(() => String, { description: '游标 / Cursor' })
    cursor!: string;
    @Field(node, { description: '内容 / The thing' })
    node!: T;
  }
  @VisibleToAnyone()
  @ObjectType(`${name}Connection`, { description: '分页结果 / A page of things' })
  class NodeConnection {
    @Field(() => [NodeEdge], { description: '本页各条 / The things of this page' })
    edges!: NodeEdge[];
    @Field(() => PageInfo, { description: '分页信息 / Paging state' })
    pageInfo!: PageInfo;
  }
  return { edge: NodeEdge, connection: NodeConnection };
}
