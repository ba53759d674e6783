import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { repository } from '../shared/hall-client';

/** The table that lint and the architecture test read: every room of every service, also one that is not in every layer yet. */
export const roomsFile = resolve(repository, 'tools/architecture/service-folders.cjs');

/** The rooms of a service. */
export function roomsOf(service: string): readonly string[] {
  const { rooms } = createRequire(__filename)(roomsFile) as { rooms: Readonly<Record<string, readonly string[]>> };
  return rooms[service] ?? [];
}

/** What is wrong with the name of a room; nothing when it is good. */
export function faultOfRoom(room: string): string | undefined {
  return /^[a-z]+(-[a-z]+)*$/.test(room) ? undefined : `"${room}" is not the name of a room, like major-matters`;
}

/**
 * The table with one more room of a service.
 *
 * @throws RangeError when the service has no line in it
 */
export function withRoom(service: string, room: string, table = readFileSync(roomsFile, 'utf8')): string {
  const line = new RegExp(`^(  ${service}: \\[[^\\]]*)\\],$`, 'm');
  if (!line.test(table)) throw new RangeError(`no line of rooms for ${service} in ${roomsFile}`);
  return table.replace(line, `$1, '${room}'],`);
}
