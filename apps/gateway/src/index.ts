export { createGateway } from './app';
export type { Gateway } from './app';
export type { GatewayConfig } from './config';
