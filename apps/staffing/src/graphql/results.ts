import { createUnionType } from 'type-graphql';
import { StaffingRefusal } from './staffing-refusal.type';
import { DepartmentType, HallType, ServiceWindowType } from './types/hall.type';
import { PostType } from './types/post.type';
import { CheckInType, StaffType } from './types/staff.type';

const resultOf = <T extends object>(name: string, type: new () => T) =>
  createUnionType({ name, types: () => [type, StaffingRefusal] as const });

export const RegisterHallResult = resultOf('RegisterHallResult', HallType);
export const RegisterDepartmentResult = resultOf('RegisterDepartmentResult', DepartmentType);
export const RegisterWindowResult = resultOf('RegisterWindowResult', ServiceWindowType);
export const RegisterStaffResult = resultOf('RegisterStaffResult', StaffType);
export const RegisterPostResult = resultOf('RegisterPostResult', PostType);
export const CheckInResult = resultOf('CheckInResult', CheckInType);
export const CheckOutResult = resultOf('CheckOutResult', StaffType);
export const ReportAbsenceResult = resultOf('ReportAbsenceResult', StaffType);
