// Members by a key of theirs, in the order in which the keys first come.

export function grouped<T>(members: readonly T[], by: (member: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const member of members) {
    const group = groups.get(by(member));
    if (group === undefined) groups.set(by(member), [member]);
    else group.push(member);
  }
  return groups;
}
