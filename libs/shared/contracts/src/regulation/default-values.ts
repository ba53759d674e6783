import { z } from 'zod';

/** A number the hall can change; it can never be negative. The unit is the last word of its name. */
const amount = (value: number) => z.number().min(0).default(value);
/** A number that makes sense only from one up. */
const atLeastOne = (value: number) => z.int().min(1).default(value);

/**
 * The numbers of the regulation's defaults that an installation can change (`HALL_REGULATION`): `parse({})` gives the
 * defaults, `parse({ 'A-20': { waitAtOpeningMinutes: 3 } })` changes one. Unknown names are faults, so that a slip cannot
 * pass for a setting.
 */
export const defaultValuesSchema = z.strictObject({
  'A-02': z.strictObject({ answerWorkingDays: atLeastOne(1) }).prefault({}),
  'A-04': z
    .strictObject({
      /** S1.3a itself says ten. */
      arriveBeforeOpeningMinutes: amount(10),
      graceMinutes: amount(0),
      /** From so late on, half a day counts as absence. */
      absentFromMinutes: atLeastOne(30),
    })
    .prefault({}),
  'A-06': z.strictObject({ acknowledgeWithinMinutes: atLeastOne(10) }).prefault({}),
  'A-07': z.strictObject({ targetMinutes: atLeastOne(30) }).prefault({}),
  'A-08': z.strictObject({ importedPromiseWorkingDays: atLeastOne(5) }).prefault({}),
  'A-10': z.strictObject({ minimumCopies: atLeastOne(20) }).prefault({}),
  'A-17': z.strictObject({ basePoints: amount(100) }).prefault({}),
  'A-18': z.strictObject({ temporaryWorkingDays: atLeastOne(10) }).prefault({}),
  'A-20': z.strictObject({ waitAtOpeningMinutes: amount(5) }).prefault({}),
  'A-24': z
    .strictObject({
      claimedLossYuan: amount(1_000),
      complainantPeople: atLeastOne(5),
      /** From this many complaints on the same facts on, each is major. */
      sameFactsComplaints: atLeastOne(2),
    })
    .prefault({}),
  'A-25': z
    .strictObject({
      consultationWorkingDays: atLeastOne(1),
      complexConsultationWorkingDays: atLeastOne(3),
      acceptanceWorkingDays: atLeastOne(1),
      complaintWorkingDays: atLeastOne(5),
      complexComplaintWorkingDays: atLeastOne(10),
      extensionWorkingDays: atLeastOne(5),
      feedbackWorkingDays: atLeastOne(1),
      petitionNoticeCalendarDays: atLeastOne(15),
      petitionResultCalendarDays: atLeastOne(60),
    })
    .prefault({}),
  'A-27': z
    .strictObject({
      /** Counted from the first working day of the next month. */
      reportOnWorkingDay: atLeastOne(5),
      analysisEveryMonths: atLeastOne(3),
    })
    .prefault({}),
  'A-28': z.strictObject({ investigatingPeople: atLeastOne(2), reopenWithinCalendarDays: atLeastOne(30) }).prefault({}),
  /** How long each class may take (S6.5.2). */
  'A-29': z
    .strictObject({
      onTheSpotWorkingDays: amount(0),
      urgentWorkingDays: atLeastOne(1),
    })
    .prefault({}),
  'A-30': z
    .strictObject({
      /** The limit in so many parts: the first warning comes when the last of them begins. */
      warnAtLastOfParts: atLeastOne(3),
      sectionHeadAfterWorkingDays: atLeastOne(1),
      centreLeaderAfterWorkingDays: atLeastOne(3),
    })
    .prefault({}),
});

/** The settings by default and name, `values['A-06'].acknowledgeWithinMinutes`. */
export type DefaultValues = z.infer<typeof defaultValuesSchema>;

/** What holds while the hall changes nothing. */
export const defaultValues: DefaultValues = defaultValuesSchema.parse({});
