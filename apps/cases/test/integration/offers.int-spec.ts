import { offersHold } from '@hall/testing';
import type { Ask, Loose, Offering, TriedAct as Act } from '@hall/testing';
import type { referralActs } from '../../src/domain/contacts/offered-actions';
import { contactActs } from '../../src/domain/contacts/offered-actions';
import type { ticketActs } from '../../src/domain/contacts/queue';
import type { noticeActs, rejectionActs } from '../../src/domain/cases/paper-acts';
import type { matterActs } from '../../src/domain/major-matters/major-matter';
import type { ratingActs } from '../../src/domain/ratings/rating';
import { mutate, nodesOf, useCases } from '../support/hall';

/*
 * What a thing offers to somebody is accepted from them, what it does not offer is refused: every act of its table, in every
 * state, as everybody.
 */

const hall = useCases();
const hallCode = 'offers';
const callers = {
  holder: () => hall.officer('lead', hallCode),
  deputyOffDuty: () => hall.officer('deputy', hallCode),
  neighbour: () => hall.officer('neighbour', hallCode),
  desk: () => hall.as('desk', hallCode, 'DESK_OFFICER'),
  head: () => hall.head(hallCode),
  headAsOfficer: () => hall.officer('head', hallCode),
  otherHead: () => hall.as('head2', hallCode, 'SECTION_HEAD'),
  leader: () => hall.leader(hallCode),
  office: () => hall.office(hallCode),
  notOfTheStaff: () => hall.as('nobody', hallCode, 'CENTRE_LEADER'),
  holderElsewhere: () => hall.officer('lead', 'yonder'),
  applicant: () => hall.service.as({ account: 'zhangsan', roles: ['APPLICANT'] }),
  visitor: () => hall.service.as({}),
} satisfies Record<string, () => Ask>;

const offer = 'allowedActions allowedActionNames';
const any = (type: string): string => `... on ${type} { __typename }`;
const holds = (kind: Offering) => offersHold(callers, kind);

let base: Loose;
beforeAll(async () => {
  base = await hall.aHall(hallCode);
  await hall.aHall('yonder');
});

const contact = async (): Promise<string> => {
  const said = { channel: 'WINDOW', subject: '参保', windowId: base['windowId'] };
  return (await mutate(callers.holder(), 'recordContact', said, '... on Contact { id }'))['id'];
};
const contactActsSaid: Record<string, Act> = {
  answerContact: (ask, contactId) => mutate(ask, 'answerContact', { contactId, answer: '已答' }, any('Contact')),
  referOutside: (ask, contactId) =>
    mutate(ask, 'referOutside', { contactId, body: '市公安局，电话110', answer: '请去' }, any('Contact')),
  referContact: (ask, contactId) =>
    mutate(ask, 'referContact', { contactId, toWindowId: base['thirdWindowId'], reason: '医保' }, any('Contact')),
  referToDesk: (ask, contactId) => mutate(ask, 'referToDesk', { contactId, question: '归谁管' }, any('Contact')),
  takeFromDesk: (ask, contactId) => mutate(ask, 'takeFromDesk', { contactId }, any('Contact')),
};
const then = async (id: string, ...acts: readonly [string, Ask][]): Promise<string> => {
  for (const [name, ask] of acts) {
    const done = await contactActsSaid[name]!(ask, id);
    if (done['code']) throw new Error(`${name}: ${done['code']}`);
  }
  return id;
};
const referred = async (): Promise<string> => then(await contact(), ['referContact', callers.holder()]);
const readContact = async (ask: Ask, id: string) =>
  (await ask(`query ($id: ID!) { contact(id: $id) { ${offer} referrals { id ${offer} } } }`, { id })).data?.[
    'contact'
  ] as Loose | undefined;

test('S2.1b S2.2c A-16: what a contact offers is accepted, what it does not is refused', async () => {
  expect(Object.keys(contactActsSaid)).toEqual(Object.keys(contactActs));
  const atDesk = async () => then(await contact(), ['referToDesk', callers.holder()]);
  const seen = await holds({
    acts: contactActsSaid,
    states: {
      open: contact,
      referred,
      atDesk,
      takenAtDesk: async () => then(await atDesk(), ['takeFromDesk', callers.desk()]),
      closed: async () => then(await contact(), ['answerContact', callers.holder()]),
    },
    read: readContact,
  });
  expect(seen).toEqual({
    'open: holder': ['answerContact', 'referOutside', 'referContact', 'referToDesk'],
    'referred: holder': ['answerContact', 'referOutside'],
    'atDesk: holder': ['answerContact', 'referOutside', 'referContact'],
    'atDesk: desk': ['takeFromDesk'],
    'takenAtDesk: desk': ['answerContact', 'referOutside', 'referContact'],
  });
});

test('S2.2c: a referral is offered to whoever is on duty at its window, while it waits', async () => {
  const referralOf = async (id: string) => (await readContact(callers.holder(), id))!['referrals'][0].id as string;
  const acts: Record<keyof typeof referralActs, Act> = {
    acknowledgeReferral: async (ask, id) =>
      mutate(ask, 'acknowledgeReferral', { referralId: await referralOf(id) }, any('Contact')),
  };
  const seen = await holds({
    acts,
    states: {
      offered: referred,
      acknowledged: async () => {
        const id = await referred();
        await acts.acknowledgeReferral(callers.neighbour(), id);
        return id;
      },
      closed: async () => then(await referred(), ['answerContact', callers.holder()]),
    },
    read: async (ask, id) => (await readContact(ask, id))?.['referrals'][0],
  });
  expect(seen).toEqual({ 'offered: neighbour': ['acknowledgeReferral'] });
});

test('S1.2h: a major matter is offered to the superiors of whoever has reported it, until one answers', async () => {
  const report = async (ask: Ask): Promise<string> =>
    (await mutate(ask, 'reportMajorMatter', { kind: 'MONEY', facts: '一万元' }, '... on MajorMatter { id }'))['id'];
  const acts: Record<keyof typeof matterActs, Act> = {
    answerMajorMatter: (ask, majorMatterId) =>
      mutate(ask, 'answerMajorMatter', { majorMatterId, answer: '按预案' }, any('MajorMatter')),
  };
  const seen = await holds({
    acts,
    states: {
      open: () => report(callers.holder()),
      'of a head': () => report(callers.head()),
      'of a leader': () => report(callers.leader()),
      answered: async () => {
        const id = await report(callers.holder());
        await acts.answerMajorMatter(callers.leader(), id);
        return id;
      },
    },
    read: async (ask, id) =>
      nodesOf(await ask(`{ majorMatters { edges { node { id ${offer} } } } }`), 'majorMatters').find(
        (each) => each['id'] === id,
      ),
  });
  expect(seen).toEqual({
    'open: head': ['answerMajorMatter'],
    'open: leader': ['answerMajorMatter'],
    'of a head: leader': ['answerMajorMatter'],
    'of a leader: head': ['answerMajorMatter'],
  });
});

test('S2.2a: a bad rating is offered to a leader whom it is not about, until one answers', async () => {
  const rated = async (level: number): Promise<string> => {
    const shown = `query ($id: ID!) { contact(id: $id) { ratingCode } }`;
    const service = await contact();
    const { data } = await callers.holder()(shown, { id: service });
    const said = { service, code: data!['contact'].ratingCode, level };
    return (await mutate(callers.visitor(), 'rateService', said, '... on ServiceRating { id }'))['id'];
  };
  const acts: Record<keyof typeof ratingActs, Act> = {
    answerRating: (ask, ratingId) =>
      mutate(ask, 'answerRating', { ratingId, finding: 'CONFIRMED', measures: '培训' }, any('ServiceRating')),
  };
  const seen = await holds({
    acts,
    states: {
      bad: () => rated(1),
      good: () => rated(5),
      answered: async () => {
        const id = await rated(1);
        await acts.answerRating(callers.leader(), id);
        return id;
      },
    },
    read: async (ask, id) =>
      nodesOf(await ask(`{ ratings { edges { node { id ${offer} } } } }`), 'ratings').find((each) => each['id'] === id),
  });
  expect(seen).toEqual({ 'bad: head': ['answerRating'], 'bad: leader': ['answerRating'] });
});

test('S1.2j A-03: a place in a queue is offered to whoever is on duty at its window', async () => {
  const { windowId } = base as { windowId: string };
  const id = '... on QueueTicket { id }';
  const drain = async (): Promise<void> => {
    while ((await mutate(callers.holder(), 'callNext', { windowId }, id))['id']);
  };
  const take = async (priorityGroup?: string): Promise<string> =>
    (await mutate(callers.applicant(), 'takeTicket', { windowId, priorityGroup }, id))['id'];
  const acts: Record<keyof typeof ticketActs, Act> = {
    callOutOfTurn: (ask, ticketId) => mutate(ask, 'callOutOfTurn', { windowId, ticketId, reason: '七十岁' }, id),
    recallVisitor: (ask, ticketId) => mutate(ask, 'recallVisitor', { ticketId }, id),
    markNoShow: (ask, ticketId) => mutate(ask, 'markNoShow', { ticketId }, id),
  };
  const called = async (): Promise<string> => {
    await drain();
    const ticket = await take();
    await drain();
    return ticket;
  };
  const seen = await holds({
    acts,
    states: {
      'waiting, first': async () => (await drain(), take()),
      'waiting, second': async () => (await drain(), await take(), take()),
      'waiting, of a listed group': async () => (await drain(), await take(), take('PREGNANT')),
      called,
      'no-show': async () => {
        const ticket = await called();
        await acts.markNoShow(callers.holder(), ticket);
        return ticket;
      },
    },
    read: async (ask, ticket) => {
      const line = `query ($id: ID!) { queue(windowId: $id, first: 100) { edges { node { id ${offer} } } } }`;
      return nodesOf(await ask(line, { id: windowId }), 'queue').find((each) => each['id'] === ticket);
    },
  });
  expect(seen).toEqual({
    'waiting, first: holder': ['callOutOfTurn'],
    'waiting, of a listed group: holder': ['callOutOfTurn'],
    'called: holder': ['recallVisitor', 'markNoShow'],
    'no-show: holder': ['recallVisitor', 'markNoShow'],
  });
});

const submitted = async (said: Loose): Promise<string> => {
  const person = { name: '张三', idNumber: '330282199001011231', account: 'zhangsan' };
  return (await base['submit']({ applicant: person, ...said }))['id'];
};
const readCase = async (ask: Ask, id: string, fields: string) =>
  (await ask(`query ($id: ID!) { case(id: $id) { ${fields} } }`, { id })).data?.['case'] as Loose | undefined;

test('S4.3a A-15: a notice is offered for delivery to whoever answers for its case, for confirmation to its applicant', async () => {
  const numberOf = async (id: string): Promise<string> =>
    (await readCase(callers.holder(), id, 'correctionNotice { number }'))!['correctionNotice'].number;
  const acts: Record<keyof typeof noticeActs, Act> = {
    deliverNotice: async (ask, id) => mutate(ask, 'deliverNotice', { number: await numberOf(id), mode: 'ELECTRONIC' }),
    acknowledgeNotice: async (ask, id) => mutate(ask, 'acknowledgeNotice', { number: await numberOf(id) }),
  };
  const issued = () => submitted({ materials: ['ID'] });
  const delivered = async (): Promise<string> => {
    const id = await issued();
    expect(await acts.deliverNotice(callers.holder(), id)).toHaveProperty('id');
    return id;
  };
  const seen = await holds({
    acts,
    states: {
      issued,
      delivered,
      confirmed: async () => {
        const id = await delivered();
        await acts.acknowledgeNotice(callers.applicant(), id);
        return id;
      },
      withdrawn: async () => {
        const id = await issued();
        await mutate(callers.holder(), 'withdrawCase', { caseId: id, reason: '不办了' });
        return id;
      },
    },
    read: async (ask, id) => (await readCase(ask, id, `correctionNotice { ${offer} }`))?.['correctionNotice'],
  });
  expect(seen).toEqual({
    'issued: holder': ['deliverNotice'],
    'delivered: applicant': ['acknowledgeNotice'],
    // Said again, it changes nothing, and is no mistake.
    'confirmed: applicant': ['acknowledgeNotice'],
  });
});

test('S4.4b: a reported refusal is offered to a superior of its case, until one has read it', async () => {
  const acts: Record<keyof typeof rejectionActs, Act> = {
    acknowledgeRejection: async (ask, id) => {
      const shown = await readCase(callers.holder(), id, 'rejection { number }');
      return mutate(ask, 'acknowledgeRejection', { number: shown!['rejection'].number });
    },
  };
  const declined = async (): Promise<string> => {
    const caseId = await submitted({ checked: false });
    const said = { caseId, reason: 'NOT_REQUIRED_BY_LAW', explanation: '无需' };
    expect(await mutate(callers.holder(), 'declineCase', said)).toHaveProperty('id');
    return caseId;
  };
  const seen = await holds({
    acts,
    states: {
      reported: declined,
      read: async () => {
        const id = await declined();
        await acts.acknowledgeRejection(callers.leader(), id);
        return id;
      },
    },
    read: async (ask, id) => (await readCase(ask, id, `rejection { ${offer} }`))?.['rejection'],
  });
  expect(seen).toEqual({
    'reported: head': ['acknowledgeRejection'],
    'reported: leader': ['acknowledgeRejection'],
  });
});

test('S1.5c: the look at an applicant is offered to whoever answers for the case or leads its department, at any time', async () => {
  const acts: Record<string, Act> = {
    revealApplicant: (ask, caseId) =>
      mutate(ask, 'revealApplicant', { caseId, purpose: '核实' }, any('RevealedApplicant')),
  };
  const seen = await holds({
    acts,
    states: {
      accepted: () => submitted({}),
      withdrawn: async () => {
        const id = await submitted({});
        await mutate(callers.holder(), 'withdrawCase', { caseId: id, reason: '不办了' });
        return id;
      },
    },
    read: (ask, id) => readCase(ask, id, offer),
  });
  const may = Object.entries(seen).flatMap(([who, names]) => (names.includes('revealApplicant') ? [who] : []));
  expect(may).toEqual(
    ['accepted', 'withdrawn'].flatMap((state) => ['holder', 'head', 'leader'].map((who) => `${state}: ${who}`)),
  );
});
