import { globalId } from './keys';

/** Makes an instance of a GraphQL type: a union member that is a plain object fails only when somebody asks for it. */
export function createType<T extends object>(type: new () => T, fields: Partial<Record<keyof T, unknown>>): T {
  return Object.assign(new type(), fields);
}

/** The global id of something in a hall; null stays null. */
export function globalIdOrNull(hallCode: string, id: string | null): string | null {
  return id === null ? null : globalId({ hallCode, id });
}
