import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { HallError, repository, runCommand } from '../shared/hall-client';
import { faultOfName, fileNameOf, filesOf, servicesWithActs } from './act-files';
import { faultOfRoom, roomsFile, roomsOf, withRoom } from './rooms';
import type { NewAct } from './act-files';

const usage = 'usage: npm run new:act -- <service> <room> <verbNoun>, for example: cases contacts reopenContact';

/** Looks the place and the name over before anything is written. */
function read([service = '', room = '', name = '', ...rest]: readonly string[]): NewAct {
  if (name === '' || rest.length > 0) throw new HallError(usage);
  if (!servicesWithActs.includes(service))
    throw new HallError(`There is no service "${service}". Services: ${servicesWithActs.join(', ')}.\n${usage}`);
  const fault = faultOfRoom(room) ?? faultOfName(name);
  if (fault !== undefined) throw new HallError(`${fault}.\n${usage}`);
  return { service, room, name };
}

runCommand(async () => {
  const act = read(process.argv.slice(2));
  const files = filesOf(act);
  const taken = files.filter(({ path }) => existsSync(resolve(repository, path)));
  if (taken.length > 0) throw new HallError(`There is one already: ${taken.map(({ path }) => path).join(', ')}`);
  const prettier = await import('prettier');
  for (const { path, content } of files) {
    const file = resolve(repository, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await prettier.format(content, { ...(await prettier.resolveConfig(file)), filepath: file }));
  }
  const { service, room, name } = act;
  const rooms = roomsOf(service);
  if (!rooms.includes(room)) {
    writeFileSync(roomsFile, withRoom(service, room));
    const others = rooms.join(', ');
    process.stdout.write(
      `${room} is a new room of ${service}, beside ${others}: tools/architecture/service-folders.cjs\n`,
    );
  }
  process.stdout.write(`${files.map(({ path }) => `${path} written`).join('\n')}

They compile, and this fails until the rule is there:
  npx jest --selectProjects rule --testPathPatterns ${room}/${fileNameOf(name)}
What is left, in this order (CONTRIBUTING.md, Add an act):
  1. the rule, its test, its refusals in apps/${service}/src/domain/${room}/refusals.ts
  2. the use case: lock, save, tell
  3. the field: its policy, its answer; the resolver in apps/${service}/src/graphql/schema.ts
  4. a test through GraphQL in apps/${service}/test/integration
  5. npm run fix
`);
});
