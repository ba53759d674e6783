import { createLogger } from '@hall/platform/logging';
import { runService } from '@hall/platform/service';
import { readCipher, readSubgraphConfig, startSubgraphService } from '@hall/platform/subgraph-service';
import { createCases } from './app';
import { defaultPort, readPublicUrl } from './config';

const config = readSubgraphConfig('cases', defaultPort);
const logger = createLogger({ service: 'cases', level: config.logLevel });
const cases = createCases(readCipher(), readPublicUrl());
runService({ name: 'cases', logger, start: () => startSubgraphService(cases, config, logger) });
