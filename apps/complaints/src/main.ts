import { createLogger } from '@hall/platform/logging';
import { runService } from '@hall/platform/service';
import { readCipher, readSubgraphConfig, startSubgraphService } from '@hall/platform/subgraph-service';
import { createComplaints } from './app';
import { defaultPort } from './config';

const config = readSubgraphConfig('complaints', defaultPort);
const logger = createLogger({ service: 'complaints', level: config.logLevel });
const complaints = createComplaints(readCipher());
runService({ name: 'complaints', logger, start: () => startSubgraphService(complaints, config, logger) });
