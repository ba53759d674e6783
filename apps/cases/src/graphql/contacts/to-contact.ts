import { fromRow } from '@hall/platform/graphql';
import type { Contact, ContactFollowUp } from '../../domain/contacts/contact';
import { ContactFollowUpType, ContactType, DeskConsultationType } from './contact.type';

/** A contact, for readers. */
export function toContactType(contact: Contact): ContactType {
  const { hallCode, desk } = contact;
  return fromRow(ContactType, contact, { desk: desk && fromRow(DeskConsultationType, { hallCode, ...desk }) });
}

/** What happened to a contact later, for readers. */
export function toFollowUpType(row: ContactFollowUp & { readonly hallCode: string }): ContactFollowUpType {
  return fromRow(ContactFollowUpType, row, { kind: row.kind === 'TOUCHED' ? 'REVISITED' : row.kind });
}
