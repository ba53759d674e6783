/** The people of the local stack. Everybody belongs to the hall `demo`; the administrator stands above halls. */
export const demoUsers = {
  admin: { name: '系统管理员', roles: ['ADMIN'] },
  leader: { name: '陈主任', roles: ['CENTRE_LEADER'] },
  office: { name: '周晓', roles: ['CENTRE_OFFICE'] },
  head: { name: '吴科长', roles: ['SECTION_HEAD'] },
  lead: { name: '李敏', roles: ['OFFICER'] },
  deputy: { name: '王强', roles: ['OFFICER'] },
  officer: { name: '赵琳', roles: ['OFFICER'] },
  desk: { name: '孙悦', roles: ['DESK_OFFICER'] },
  desk2: { name: '钱进', roles: ['DESK_OFFICER'] },
  applicant: { name: '张三', roles: ['APPLICANT'] },
  applicant2: { name: '李四', roles: ['APPLICANT'] },
  analyst: { name: '分析员', roles: ['ANALYST'] },
  partner: { name: '软环境投诉中心', roles: ['PARTNER'] },
};

export const demoHall = 'demo';
