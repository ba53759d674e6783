export { createGateway } from './app';
export type { Gateway, GatewayDependencies } from './app';
export { gatewaySettings, readGatewayConfig } from './config';
export type { GatewayConfig } from './config';
export { ENGINE_LICENCE } from './engine';
