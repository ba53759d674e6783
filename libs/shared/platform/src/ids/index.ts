import { v7 } from 'uuid';

/** A new identity: uuid version 7, so that rows made together lie together in their index. */
export function newId(): string {
  return v7();
}
