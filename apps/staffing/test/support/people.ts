import type { useStaffing } from './hall';

/** Makes halls with a head, two leaders and an office besides its lead and deputy. */
export function peopleOf(staffing: ReturnType<typeof useStaffing>) {
  return async (code: string) => {
    const hall = await staffing.aHall(code);
    const ids = {
      headId: await hall.person('head', '陈科', ['SECTION_HEAD']),
      leaderId: await hall.person('leader', '周主任', ['CENTRE_LEADER']),
      leader2Id: await hall.person('leader2', '吴主任', ['CENTRE_LEADER']),
      officeId: await hall.person('office', '孙悦', ['CENTRE_OFFICE']),
    };
    return {
      ...hall,
      ...ids,
      lead: staffing.officer('lead', code),
      deputy: staffing.officer('deputy', code),
      head: staffing.as('head', code, 'SECTION_HEAD'),
      leader: staffing.as('leader', code, 'CENTRE_LEADER'),
      leader2: staffing.as('leader2', code, 'CENTRE_LEADER'),
      office: staffing.as('office', code, 'CENTRE_OFFICE'),
    };
  };
}
