import { enumOf } from '@hall/platform/graphql';
import { postRoles } from '../../domain/authority/authority';
import { coverCauses } from '../../domain/authority/whereabouts';
import { preparations, windowStatuses } from '../../domain/structure/hall';
import { staffRoleNames } from '../../domain/structure/staff';

export const WindowStatusEnum = enumOf('WindowStatus', windowStatuses, '窗口状态 / Whether a window serves visitors', {
  CLOSED: '未开放 / Closed',
  PREPARING: '岗前准备中 / Preparing',
  OPEN: '开放 / Serves visitors',
  SUSPENDED: '暂停服务 / Suspended',
});

export const PreparationEnum = enumOf(
  'Preparation',
  preparations,
  '须提前到岗的时段（A-04） / Sessions for which staff are there some minutes before',
  {
    FIRST_SESSION: '当日首个时段 / The first session of a day',
    EVERY_SESSION: '每个时段 / Every session',
  },
);

export const PostRoleEnum = enumOf('PostRole', postRoles, 'A岗、B岗、临时顶岗 / In which role somebody holds a post', {
  LEAD: 'A岗，主办 / Lead',
  DEPUTY: 'B岗，协办顶岗 / Deputy, acting for the lead',
  TEMPORARY: '临时顶岗（A-18） / Temporary, named by a leader',
});

export const CoverCauseEnum = enumOf('CoverCause', coverCauses, '顶岗原因 / Why a deputy acts', {
  PLANNED_LEAVE: '计划离岗（S5.3a） / Planned leave',
  MISSED_CHECK_IN: '开门未到岗（A-20） / Not there at opening',
  LEFT_POST: '离开岗位 / Left the post',
  REPORTED_ABSENCE: '被报告缺岗（S5.3b） / Reported absent',
  NO_LEAD: '岗位暂无A岗（A-18） / The post has no lead',
});

export const StaffRoleEnum = enumOf('StaffRole', staffRoleNames, '工作人员角色 / Role of a member of staff', {
  OFFICER: '窗口工作人员 / Window officer',
  DESK_OFFICER: '咨询（投诉）台值班人员 / Officer at the consultation and complaint desk',
  SECTION_HEAD: '科室负责人 / Head of a section',
  CENTRE_LEADER: '中心领导 / Centre leader',
  CENTRE_OFFICE: '中心办公室 / Centre office',
  ADMIN: '系统管理员 / Administrator of the installation',
});
