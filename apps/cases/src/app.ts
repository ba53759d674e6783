import { hallCalendar } from '@hall/kernel';
import * as directory from '@hall/platform/directory';
import { newId } from '@hall/platform/ids';
import type { Cipher } from '@hall/platform/privacy';
import { createPublisher } from '@hall/platform/publishing';
import type { ServiceBase, ServiceDefinition, ServiceParts } from '@hall/platform/subgraph-service';
import { createUseCaseRunner } from '@hall/platform/use-case';
import { staleFactCodes } from './domain/refusals';
import { createLoaders } from './graphql/loaders';
import type { CaseLoaders } from './graphql/loaders';
import { createCasesSubgraph } from './graphql/schema';
import { toPublication } from './messaging/publications';
import { staffingSubscriptions } from './messaging/subscriptions';
import { CaseQueries } from './persistence/case-queries';
import { createCaseStore } from './persistence/case-store';
import { contactStore } from './persistence/contact-store';
import { itemStore } from './persistence/item-store';
import { migrations } from './persistence/migrations';
import type { CasePorts } from './use-cases/ports';

/** Puts the service together: the only place that knows all of its parts. */
function compose({ clock, database, logger, feed }: ServiceBase, cipher: Cipher): ServiceParts<CaseLoaders> {
  const ports: CasePorts = {
    run: createUseCaseRunner({ database, logger, waitForFacts: { feed, staleCodes: staleFactCodes } }),
    publish: createPublisher(toPublication, { clock, newId }),
    calendar: hallCalendar,
    cases: createCaseStore(cipher),
    contacts: contactStore,
    items: itemStore,
    directory,
    clock,
    newId,
  };
  const queries = new CaseQueries(database, cipher);
  return {
    subgraph: createCasesSubgraph(ports, queries, { clock, calendar: hallCalendar }),
    createLoaders: (actor) => createLoaders(queries, actor),
    consumes: { staffing: staffingSubscriptions(ports) },
  };
}

/** Cases: the catalogue, first contacts, cases and their commitments. */
export function createCases(cipher: Cipher): ServiceDefinition<CaseLoaders> {
  return { name: 'cases', migrations, compose: (base) => compose(base, cipher) };
}
