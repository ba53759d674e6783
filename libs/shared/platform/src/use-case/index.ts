export { createUseCaseRunner } from './run-use-case';
export type { Command, RunUseCase } from './run-use-case';
