import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { hallCalendar, instantAt } from '@hall/kernel';
import { HallClient, runCommand } from '../shared/hall-client';
import { dayOfJourney, firstHour } from './hall-day';
import { catalogueOf, hallNow, hereAlready, journeySteps, slipAddress } from './journey';
import type { Journey } from './journey';

runCommand(async () => {
  const { values } = parseArgs({ options: { items: { type: 'string' }, run: { type: 'string' } } });
  const client = new HallClient();
  const journey: Journey = { client, run: values.run ?? randomUUID() };
  const steps = journeySteps(catalogueOf(values.items));
  let day = dayOfJourney(await hallNow(client));
  let keepsOwnTime = false;
  for (const [i, { title, clauses, at, run }] of steps.entries()) {
    if (at !== undefined && !keepsOwnTime) keepsOwnTime = !(await client.moveClock(instantAt(day, at)));
    const hour = keepsOwnTime || at === undefined ? '' : `${at} `;
    process.stdout.write(`\n${String(i + 1).padStart(2)}. ${hour}${title}   [${clauses}]\n`);
    let told = await run(journey);
    // A day on which an earlier journey has played is over; nobody goes back to its morning.
    while (at === firstHour && !keepsOwnTime && told === hereAlready) {
      day = hallCalendar.addWorkdays(day, 1);
      await client.moveClock(instantAt(day, at));
      told = await run(journey);
    }
    process.stdout.write(`    ${told}\n`);
  }
  const clock = keepsOwnTime
    ? 'This hall keeps its own time: all was done at this hour.'
    : `The hall's clock stands at the last step, on ${day}; the next start sets it right.`;
  process.stdout.write(
    `\nThe journey is complete: ${steps.length} steps. ${clock}\nFor an hour, the slip to print: ${await slipAddress(journey)}\n`,
  );
});
