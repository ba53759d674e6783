export { createActs } from './change-shell';
export type { Act, Authorise, ChangeShell, InHand, ShellPorts } from './change-shell';
export { createUseCaseRunner } from './run-use-case';
export type { Command, RunUseCase, UseCaseShell } from './run-use-case';
