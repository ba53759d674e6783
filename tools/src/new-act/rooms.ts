import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { repository } from '../shared/hall-client';

/** The rooms of a service in which somebody acts: those with rules and with use cases. */
export function roomsOf(service: string): readonly string[] {
  const [rules = [], useCases = []] = ['domain', 'use-cases'].map((layer) =>
    readdirSync(resolve(repository, 'apps', service, 'src', layer), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name),
  );
  return rules.filter((room) => useCases.includes(room));
}
