/** Stops the servers of a Jest run and removes their folder. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { removeDataFolder } from './unprivileged.mjs';

/** Called once for every project with servers; the second call finds nothing left to do. */
export default async function tearDown() {
  const servers = globalThis.hallTestServers;
  if (servers === undefined) return;
  globalThis.hallTestServers = undefined;
  await Promise.all([servers.postgres.stop(), servers.nats.stop()]);
  removeDataFolder(join(servers.folder, 'postgres'));
  rmSync(servers.folder, { recursive: true, force: true });
}
