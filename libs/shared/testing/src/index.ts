export { fromTestRun } from './environment';
export { eventually } from './eventually';
export { FakeClock } from './fake-clock';
export { startNats } from './nats-process';
export type { NatsProcess } from './nats-process';
export { createServiceDatabase } from './service-database';
export type { ServiceDatabase } from './service-database';
export { startTestService } from './test-service';
export type { Answer, Ask, Loose, TestService } from './test-service';
