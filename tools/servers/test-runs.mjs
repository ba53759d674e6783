/** Temporary folders of test runs, and the tidying after runs that were killed. */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endRemembered, rememberedProcess } from './pid-file.mjs';
import { endPostgres } from './postgres.mjs';
import { removeDataFolder } from './unprivileged.mjs';

/** Every run's folder below the system's temporary folder begins with this. */
export const runFolderPrefix = 'service-hall-tests-';

/** Stops the servers of runs whose Jest process is gone, and removes their folders. */
export async function removeAbandonedRuns() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(runFolderPrefix))) {
    const folder = join(tmpdir(), name);
    if (!isOurs(folder) || rememberedProcess(join(folder, 'owner.pid')) !== undefined) continue;
    await endRemembered(join(folder, 'nats.pid'));
    await endPostgres(join(folder, 'postgres'));
    removeDataFolder(join(folder, 'postgres'));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A folder of another user, or one that is just being made by a run next to us, is left alone. */
function isOurs(folder) {
  const { uid, mtimeMs } = statSync(folder);
  const justMade = !existsSync(join(folder, 'owner.pid')) && Date.now() - mtimeMs < 60_000;
  return uid === (process.getuid?.() ?? uid) && !justMade;
}
