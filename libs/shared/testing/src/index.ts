export { actsOf, askForEveryAct, doneOf, pastTheDoor, stateOf } from './every-act';
export { answeredTo, fieldsAskedFor, questionsAbout, strangersTo } from './every-field';
export { allOnce, repeatEveryMutation } from './every-mutation';
export { eventually } from './eventually';
export { publishAs, publishHallFixture } from './hall-fixture';
export type { HallFixture } from './hall-fixture';
export { deadlinePlants, messagingPlants } from './planted-violations';
export { startNats } from './nats-process';
export type { NatsProcess } from './nats-process';
export { auditorUrlOf, createEmptyDatabase, createServiceDatabase } from './service-database';
export type { ServiceDatabase } from './service-database';
export { asType, dataOf } from './operation';
export type { Answer, Ask, Loose } from './operation';
export { startTcpProxy } from './tcp-proxy';
export type { TcpProxy } from './tcp-proxy';
// Benchmarks, which no compiler looks at, use it and publishAs.
export { startTestService } from './test-service';
export { useService } from './use-service';
export type { ServiceUnderTest } from './use-service';
