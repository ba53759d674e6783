import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ComplaintContext } from '../loaders';
import { ComplaintActionNameEnum, ComplaintType } from './complaint.type';

/** What whoever reads a complaint may do with it. */
@Resolver(() => ComplaintType)
export class ComplaintFieldsResolver {
  // A text like that of a refusal, beside which a client selects it: one name has one type in a union (ADR 28).
  @FieldResolver(() => [String], {
    description: '您现在可对本件做的操作 / What you may do with it now: with this state, your role and your hall',
  })
  allowedActions(@Root() { id }: ComplaintType, @Ctx() { loaders }: ComplaintContext) {
    return loaders.allowedActions.load(id);
  }

  @FieldResolver(() => [ComplaintActionNameEnum], {
    description: '同 allowedActions，可穷举 / The allowed actions again, of a closed list',
  })
  allowedActionNames(@Root() { id }: ComplaintType, @Ctx() { loaders }: ComplaintContext) {
    return loaders.allowedActions.load(id);
  }
}
