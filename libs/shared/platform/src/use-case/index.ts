export { createActs } from './change-shell';
export type { InHand } from './change-shell';
export { createUseCaseRunner } from './run-use-case';
export type { ActAudience, Command, RunUseCase } from './run-use-case';
