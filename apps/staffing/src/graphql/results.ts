import { createUnionType } from 'type-graphql';
import { StaffingRefusal } from './staffing-refusal.type';
import { CalendarYearType } from './calendar/calendar.type';
import { ConductRecordType, ConductRuleRevisionType } from './conduct/conduct.type';
import { DepartmentType, HallType, ServiceWindowType, PostType, StaffType } from './structure/structure.type';
import { TrainingType } from './training/training.type';
import { CheckInType } from './attendance/check-in.type';

const resultOf = <T extends object>(name: string, type: new () => T) =>
  createUnionType({
    name,
    description: '结果，或按规定的拒绝 / The changed thing, or a refusal with its clause',
    types: () => [type, StaffingRefusal] as const,
  });

/** What `registerHall` answers. */
export const RegisterHallResult = resultOf('RegisterHallResult', HallType);
/** What `registerDepartment` answers. */
export const RegisterDepartmentResult = resultOf('RegisterDepartmentResult', DepartmentType);
/** What `registerWindow` answers. */
export const RegisterWindowResult = resultOf('RegisterWindowResult', ServiceWindowType);
/** What `registerStaff` answers. */
export const RegisterStaffResult = resultOf('RegisterStaffResult', StaffType);
/** What `registerPost` answers. */
export const RegisterPostResult = resultOf('RegisterPostResult', PostType);
/** What `publishCalendarYear` answers. */
export const PublishCalendarYearResult = resultOf('PublishCalendarYearResult', CalendarYearType);
/** What `checkIn` answers. */
export const CheckInResult = resultOf('CheckInResult', CheckInType);
/** What `recordConduct` answers. */
export const RecordConductResult = resultOf('RecordConductResult', ConductRecordType);
/** What `respondToConduct` answers. */
export const RespondToConductResult = resultOf('RespondToConductResult', ConductRecordType);
/** What `decideConduct` answers. */
export const DecideConductResult = resultOf('DecideConductResult', ConductRecordType);
/** What `appealConduct` answers. */
export const AppealConductResult = resultOf('AppealConductResult', ConductRecordType);
/** What `reviseConductRule` answers. */
export const ReviseConductRuleResult = resultOf('ReviseConductRuleResult', ConductRuleRevisionType);
/** What `recordTraining` answers. */
export const RecordTrainingResult = resultOf('RecordTrainingResult', TrainingType);
/** What `acknowledgeDuties` answers. */
export const AcknowledgeDutiesResult = resultOf('AcknowledgeDutiesResult', PostType);
/** What `checkOut` answers. */
export const CheckOutResult = resultOf('CheckOutResult', StaffType);
/** What `reportAbsence` answers. */
export const ReportAbsenceResult = resultOf('ReportAbsenceResult', StaffType);
