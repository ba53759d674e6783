import { createDeadlineStore, escalationSweep, reprojectionSweep } from '@hall/platform/deadlines';
import type { DeadlineSweepOptions } from '@hall/platform/deadlines';
import { createKnownStaff } from '@hall/platform/directory';
import { newId } from '@hall/platform/ids';
import type { Cipher } from '@hall/platform/privacy';
import { createPublisher } from '@hall/platform/publishing';
import type { SweepBase } from '@hall/platform/sweep';
import type { ServiceBase, ServiceDefinition, ServiceParts } from '@hall/platform/subgraph-service';
import { createUseCaseRunner } from '@hall/platform/use-case';
import { staleFactCodes } from './domain/refusals';
import { createLoaders } from './graphql/loaders';
import type { CaseLoaders } from './graphql/loaders';
import type { Queries } from './graphql/queries';
import { createCasesSubgraph } from './graphql/schema';
import { toPublication } from './messaging/publications';
import { staffingSubscriptions } from './messaging/subscriptions';
import { AlertQueries } from './persistence/deadlines/alert-queries';
import { CaseQueries } from './persistence/cases/case-queries';
import { createCaseStore } from './persistence/cases/case-store';
import { ContactQueries } from './persistence/contacts/contact-queries';
import { createContactStore } from './persistence/contacts/contact-store';
import { FrontDeskQueries } from './persistence/contacts/front-desk-queries';
import { ItemQueries } from './persistence/catalogue/item-queries';
import { ListQueries } from './persistence/cases/list-queries';
import { MajorMatterQueries } from './persistence/major-matters/major-matter-queries';
import { createMajorMatterStore } from './persistence/major-matters/major-matter-store';
import { invariants } from './persistence/invariants';
import { migrations } from './persistence/migrations';
import { printedCode } from './persistence/printed-code';
import { RatingQueries } from './persistence/ratings/rating-queries';
import { createRatingStore } from './persistence/ratings/rating-store';
import { ReportQueries } from './persistence/reports/report-queries';
import { answerable, answeredThen } from './persistence/deadlines/answerable';
import { substituteSweep } from './use-cases/cases/name-substitutes';
import { publicationSweep } from './use-cases/catalogue/publish-item';
import { referralSweep } from './use-cases/contacts/refer-contact';
import { reportSweep } from './use-cases/reports/owe-report';
import { DocumentLinks } from './http/document-links';
import { mountDocuments } from './http/document-routes';
import { DocumentQueries } from './persistence/cases/document-queries';
import type { CasePorts } from './use-cases/ports';
import { lockDeadlineOwners } from './use-cases/deadlines/case-deadlines';

/** Puts the service together: the only place that knows all of its parts. */
function compose(
  { clock, database, logger, hash, readModels, settings }: ServiceBase,
  cipher: Cipher,
  publicUrl: string | undefined,
): ServiceParts<CaseLoaders> {
  const knownStaff = createKnownStaff(database, readModels);
  const ports: CasePorts = {
    run: createUseCaseRunner({
      database,
      logger,
      hash,
      knownStaff,
      waitForFacts: { readModels, staleCodes: staleFactCodes },
    }),
    publish: createPublisher(toPublication, { clock, newId }),
    lookupHash: (text) => cipher.lookupHash(text),
    printedCode: (of) => printedCode(cipher, of),
    cases: createCaseStore(cipher),
    contacts: createContactStore(cipher),
    majorMatters: createMajorMatterStore(cipher),
    ratings: createRatingStore(cipher),
    deadlines: createDeadlineStore(answerable, answeredThen),
    settings,
    clock,
    newId,
  };
  const queries: Queries = {
    database,
    alerts: new AlertQueries(database),
    cases: new CaseQueries(database, cipher),
    contacts: new ContactQueries(database),
    frontDesk: new FrontDeskQueries(database, cipher),
    items: new ItemQueries(database),
    lists: new ListQueries(database, cipher),
    majorMatters: new MajorMatterQueries(database, cipher),
    ratings: new RatingQueries(database, cipher),
    reports: new ReportQueries(database),
    documents: new DocumentQueries(database, cipher),
    links: new DocumentLinks(cipher, clock),
  };
  const sweepBase: SweepBase = { inTransaction: (work) => database.transaction(work, 'background'), clock, logger };
  const deadlineSweeps: DeadlineSweepOptions = {
    ...sweepBase,
    deadlines: ports.deadlines,
    ladder: settings['A-30'],
    lockOwners: (tx, keys) => lockDeadlineOwners(ports, tx, keys),
  };
  return {
    subgraph: createCasesSubgraph({ ports, queries, clock, publicUrl }),
    knownStaff,
    createLoaders: (actor, viewer, mayDo) => createLoaders(queries, { actor, viewer, mayDo }, clock),
    consumes: { staffing: staffingSubscriptions(ports) },
    mountRoutes: (app) => mountDocuments(app, { ...queries, clock, logger, publicUrl }),
    sweeps: [
      reportSweep(ports, sweepBase),
      escalationSweep(deadlineSweeps),
      reprojectionSweep(deadlineSweeps),
      ...[referralSweep, publicationSweep, substituteSweep].map((sweep) => sweep(ports, sweepBase)),
    ],
  };
}

/** Cases: the catalogue, first contacts, cases and their commitments. */
export function createCases(cipher: Cipher, publicUrl?: string): ServiceDefinition<CaseLoaders> {
  return { name: 'cases', migrations, invariants, compose: (base) => compose(base, cipher, publicUrl) };
}
