import { printDescription } from '@hall/platform/subgraph-service';
import { gatewaySettings } from './config';

printDescription(gatewaySettings);
