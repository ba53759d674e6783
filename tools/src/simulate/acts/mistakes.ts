import type { Data } from '../../shared/hall-client';
import type { Person } from '../people';
import type { Play } from '../play';

const nothing = '00000000-0000-4000-8000-000000000000';
const globalId = /^[\w-]+\.[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** What was said, about things that are not there. */
function astray(said: unknown, key = ''): unknown {
  if (Array.isArray(said)) return said.map((one) => astray(one, key));
  if (typeof said === 'object' && said !== null) {
    return Object.fromEntries(Object.entries(said as Data).map(([name, one]) => [name, astray(one, name)]));
  }
  if (typeof said !== 'string') return said;
  if (globalId.test(said)) return `${said.split('.')[0]}.${nothing}`;
  return ['clause', 'number', ''].includes(key) ? `${said.slice(0, 4)}-0` : said;
}

/** Under the key of the first time the hall would only answer with what it has done. */
function withoutKey(said: unknown): unknown {
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return said;
  const { idempotencyKey: _key, ...rest } = said as Data;
  return rest;
}

const whoSays = ({ hall }: Play, account: string): Person =>
  [
    hall.admin,
    hall.office,
    hall.leader,
    ...hall.officers,
    ...hall.desks,
    ...hall.departments.map(({ head }) => head),
    ...hall.applicants,
  ].find((person) => person.account === account)!;

/** People send what they have sent before, or name what is not there: what the hall has not refused yet, before anything else. */
export async function makeMistakes(play: Play): Promise<void> {
  const { gateway, choices } = play;
  const { tally } = gateway;
  const tried = [...tally.last.values()];
  const neverRefused = tried.filter(({ name }) => !tally.refused.has(name));
  const chosen = choices.some(neverRefused.length > 0 ? neverRefused : tried, neverRefused.length > 0 ? 50 : 4);
  for (const { who, name, said } of chosen) {
    await gateway.act(whoSays(play, who), name, withoutKey(astray(said)));
  }
}
