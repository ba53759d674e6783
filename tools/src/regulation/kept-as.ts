/**
 * How a clause is kept where software does not hold people to it: `recorded`, when it keeps the proof by which people judge,
 * `content`, when only the words can be kept.
 */
export interface KeptAs {
  readonly as: 'recorded' | 'content';
  /** Why nothing is refused, counted down or done by itself. */
  readonly why: string;
}

const recorded = (why: string): KeptAs => ({ as: 'recorded', why });
const content = (why: string): KeptAs => ({ as: 'content', why });

const purpose = 'It says what its system is for, and asks nothing of anybody by itself.';
const phrase = 'Words to be spoken; whether they are is heard by people.';
const appearance = 'How somebody looks and stands is seen by an inspector, who may note it; nothing computes it.';

/** Every clause and default that is not enforced. Whatever is not named here is, or is in {@link notYet}. */
export const keptAs: Readonly<Record<string, KeptAs>> = {
  'S1.0': content(purpose),
  'S1.1a': recorded('Trainings are kept with those who were there; what somebody has understood is judged by people.'),
  'S1.1b': recorded(
    'Who departed from the common way, and why, is listed by month; whether it was right is judged by a superior.',
  ),
  'S1.2a': recorded('How well somebody knows their business is assessed by people.'),
  'S1.2c': recorded('Trainings are kept; skill is judged by people.'),
  'S1.2d': recorded('Going through the motions is seen in an inspection or told in a complaint.'),
  'S1.2e': recorded(
    'Passing on again and ignoring what was offered are counted; both may be right, so neither is refused.',
  ),
  'S1.2g': recorded('Errors and rework are counted; accuracy cannot be demanded by a program.'),
  'S1.2l': recorded('Patience is told by ratings and inspections.'),
  'S1.2m': content('The ticket of an elderly visitor says so; standing up is seen by people.'),
  'S1.3b': recorded('Whoever opens a window confirms it on the checklist; how clean it is, is seen by people.'),
  'S1.4b': content(appearance),
  'S1.4c': content(appearance),
  'S1.4d': recorded('Noise and disorder are noted in an inspection.'),
  'S1.5d': recorded('What somebody does beside the work is noted in an inspection or told in a complaint.'),
  'S1.5e': recorded('Smoking and eating are noted in an inspection.'),
  'S1.6a': content(phrase),
  'S1.6b': content(phrase),
  'S1.6c': content(phrase),
  'S1.6d': content(phrase),
  'S1.6e': content(phrase),
  'S1.6f': content(phrase),
  'S1.6g': recorded(
    'A message that was taken reaches the one it is for; whether taking one is offered is heard by people.',
  ),
  'S1.6h': content(phrase),
  'S2.0': content(purpose),
  'S2.2a': recorded('Warmth is told by ratings, of which the bad ones are answered.'),
  'S2.4a': recorded(
    'Who has read the duties of their post is kept, and who has not is shown; knowing them is judged by people.',
  ),
  'S2.4b': recorded('Trainings are kept with those who were there.'),
  'S3.1a': recorded('Politeness is told by ratings, of which the bad ones are answered.'),
  'S3.1b': content('It makes system 2 a promise, and adds no rule to it: each clause of system 2 is kept by itself.'),
  'S3.2': recorded(
    'A decision names its grounds and its basis, and one against the applicant is read by a superior; whether it is lawful is judged by people.',
  ),
  'S4.0': content(purpose),
  'S4.2a': recorded(
    'What was told, of which version, is on record; whether it was explained well is judged by people.',
  ),
  'S4.3d': recorded('That somebody was told orally is on record, with the version; how, nobody can compute.'),
  'S4.4a': recorded(
    'Clients who come again about the same matter are counted; one who forgot something has not been wronged.',
  ),
  'S5.0': content('It says for which posts the system is meant; which are similar is decided by people.'),
  'S6.1a': recorded('Who keeps the desk is on its roster.'),
  'S6.2': recorded('The telephone number is shown; that somebody answers it is seen by people.'),
  'S6.4a': recorded('Politeness is told by ratings.'),
  'S6.4e': recorded('What was settled on the spot is on record; whether more could have been is judged by people.'),
  'S6.4j': recorded('Notes of analysis are kept; what they find is the work of people.'),
  'S6.4k': recorded('What was handed to the other body is on record; it asks, and people assist.'),
  'A-01': recorded(
    'An act of discretion has its reason and its officer on record and is listed by month; whether it was right is judged by a superior.',
  ),
};

/** What the hall does not do yet: its rule, or the test that comes to it, is still to be written. An entry that has both is refused. */
export const notYet: readonly string[] = [
  ...['S1.2a', 'S1.2d', 'S1.2g', 'S1.2l', 'S1.4d', 'S1.5d', 'S1.5e'],
  ...['S5.5', 'A-21'],
  ...['S6.1a', 'S6.1b', 'S6.2', 'S6.3a', 'S6.3b', 'S6.3c', 'S6.4a', 'S6.4b', 'S6.4c', 'S6.4e', 'S6.4f', 'S6.4h'],
  ...['S6.4i', 'S6.4j', 'S6.4k', 'S6.5.1', 'A-28'],
];
