import { createLogger } from '@hall/platform/logging';
import { runService } from '@hall/platform/service';
import { createGateway } from './app';
import { readGatewayConfig } from './config';

runService({
  name: 'gateway',
  start: async () => {
    const config = readGatewayConfig();
    const logger = createLogger({ service: 'gateway', level: config.logLevel });
    const gateway = await createGateway(config, { logger });
    logger.info({ url: await gateway.listen() }, 'listening');
    return gateway;
  },
});
