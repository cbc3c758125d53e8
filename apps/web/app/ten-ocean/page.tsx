import { newResidentId } from "@org/commands/ten-ocean/verification/register-resident";
import { RegistrationForm } from "#src/portal/verification/registration-form.tsx";
import { tenOcean } from "#src/stores.ts";

export default async function TenOceanPage() {
  const units = await tenOcean().units.list();
  return (
    <div className="page narrow">
      <h1>Welcome home. Join your neighbours.</h1>
      <p>
        Register once. An admin or the captain of your floor confirms that you live here, and you are in:
        notices, repairs, events and the forum.
      </p>
      <RegistrationForm userId={newResidentId()} units={units} />
    </div>
  );
}
