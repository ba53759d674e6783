/** Who answers for the deadline `d` now, asked of its owner: whoever owns the complaint. */
export const answerable = '(select c.owner_id from complaints c where c.hall_code = d.hall_code and c.id = d.owner_id)';
