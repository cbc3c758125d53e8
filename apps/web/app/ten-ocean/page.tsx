import { hasRole } from "@org/commands/sessions/person";
import { MemberHome } from "#src/portal/home/member-home.tsx";
import { VisitorHome } from "#src/portal/home/visitor-home.tsx";
import { currentPerson } from "#src/session/current-person.ts";

export default async function TenOceanPage() {
  const person = await currentPerson();
  if (person && hasRole(person, ["resident", "association-admin", "floor-captain"])) {
    return <MemberHome person={person} />;
  }
  return <VisitorHome />;
}
