export { createUseCaseRunner } from './run-use-case';
export type { Command, RunUseCase, UseCaseShell } from './run-use-case';
