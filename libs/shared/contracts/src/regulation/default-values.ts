import { z } from 'zod';

/** A number the hall can change; it can never be negative. The unit is the last word of its name. */
const amount = (value: number) => z.number().min(0).default(value);
/** A number that makes sense only from one up. */
const atLeastOne = (value: number) => z.int().min(1).default(value);

/**
 * The numbers of the regulation, by clause or default, that an installation can change (`HALL_REGULATION`): `parse({})` gives the
 * defaults, `parse({ 'A-10': { minimumCopies: 30 } })` changes one. Unknown names are faults, so that a slip cannot
 * pass for a setting; a number is added with the rule that reads it, because one that nothing reads would promise what it
 * does not do.
 */
export const defaultValuesSchema = z.strictObject({
  'A-02': z.strictObject({ answerWorkingDays: atLeastOne(1) }).prefault({}),
  'A-03': z.strictObject({ elderlyFromYears: atLeastOne(60) }).prefault({}),
  'A-04': z
    .strictObject({
      /** S1.3a itself says ten. */
      arriveBeforeOpeningMinutes: amount(10),
      graceMinutes: amount(0),
      /** From so late on, half a day counts as absence. */
      absentFromMinutes: atLeastOne(30),
      /** A short absence within a session that lasts longer is 溜岗 (S1.5a). */
      shortAbsenceMinutes: amount(30),
    })
    .prefault({}),
  'A-06': z
    .strictObject({
      acknowledgeWithinMinutes: atLeastOne(10),
      /** Nought is the closing time of the day. */
      endWithinWorkingDays: amount(0),
    })
    .prefault({}),
  'A-07': z.strictObject({ targetMinutes: atLeastOne(30) }).prefault({}),
  'A-08': z.strictObject({ importedPromiseWorkingDays: atLeastOne(5) }).prefault({}),
  'A-10': z.strictObject({ minimumCopies: atLeastOne(20) }).prefault({}),
  'A-16': z.strictObject({ deskAnswerWorkingDays: atLeastOne(1) }).prefault({}),
  'A-17': z
    .strictObject({
      basePoints: amount(100),
      /** The grades of a month. */
      goodFromPoints: amount(80),
      fairFromPoints: amount(60),
      /** How long the person has to be heard before somebody decides without them. */
      statementWithinWorkingDays: atLeastOne(3),
    })
    .prefault({}),
  'A-18': z.strictObject({ temporaryAtMostWorkingDays: atLeastOne(10) }).prefault({}),
  /** Who decides about leave, by the time in service that it costs, and how soon a sudden one is told (B4). */
  'A-19': z
    .strictObject({
      sectionHeadUpToMinutes: amount(120),
      /** More is for a centre leader. */
      centreOfficeUpToWorkingDays: amount(1),
      emergencyWithinMinutes: amount(60),
    })
    .prefault({}),
  'A-20': z
    .strictObject({
      /** A lead who simply does not come is away so long after a session has begun. */
      waitAtOpeningMinutes: amount(5),
      /** So long after the last session whoever is still there still holds the post. */
      overtimeMinutes: amount(120),
    })
    .prefault({}),
  'A-25': z
    .strictObject({ complaintWorkingDays: atLeastOne(5), complexComplaintWorkingDays: atLeastOne(10) })
    .prefault({}),
  'A-27': z
    .strictObject({
      /** Counted from the first working day of the next month. */
      reportOnWorkingDay: atLeastOne(5),
    })
    .prefault({}),
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
      /** The second warning comes with the last so many days, or hours, of the limit. */
      urgentAtLastDaysOrHours: atLeastOne(1),
      sectionHeadAfterWorkingDays: atLeastOne(1),
      centreLeaderAfterWorkingDays: atLeastOne(3),
      /** How many days away the end of a standstill may be expected. */
      standstillAtMostCalendarDays: atLeastOne(90),
    })
    .prefault({}),
  /** A bad rating is looked into, put right and answered. */
  'S3.1a': z.strictObject({ ratingAnswerWorkingDays: atLeastOne(5) }).prefault({}),
  /** A notice is handed over in the same visit: nought is the day on which it was written. */
  'S4.3a': z.strictObject({ handOverWorkingDays: amount(0) }).prefault({}),
  'S4.3c': z.strictObject({ correctionWorkingDays: atLeastOne(10) }).prefault({}),
  /** A rate over fewer complaints than this is shown as counts only: one more or less would decide it. */
  'S6.4i': z.strictObject({ rateFromComplaints: atLeastOne(3) }).prefault({}),
});

/** The settings by default and name, `values['A-06'].acknowledgeWithinMinutes`. */
export type DefaultValues = z.infer<typeof defaultValuesSchema>;

/** What holds while the hall changes nothing. */
export const defaultValues: DefaultValues = defaultValuesSchema.parse({});
