import { createLogger } from '@hall/platform/logging';
import { runService } from '@hall/platform/service';
import { readSubgraphConfig, startSubgraphService } from '@hall/platform/subgraph-service';
import { staffing } from './app';
import { defaultPort } from './config';

const config = readSubgraphConfig('staffing', defaultPort);
const logger = createLogger({ service: 'staffing', level: config.logLevel });
runService({ name: 'staffing', logger, start: () => startSubgraphService(staffing, config, logger) });
