import { newResidentId } from "@org/commands/ten-ocean/verification/register-resident";
import Link from "next/link";
import { signInPath } from "../../session/sign-in-path.ts";
import { tenOcean } from "../../stores.ts";
import { RegistrationForm } from "../verification/registration-form.tsx";

/** For whoever is not signed in: what this is, and how to get in. */
export async function VisitorHome() {
  const units = await tenOcean().units.list();
  return (
    <div className="page narrow">
      <h1>Welcome home. Join your neighbors.</h1>
      <p>
        Register once. An admin or the captain of your floor confirms that you live here, and you are in:
        notices, repairs, events and the forum.
      </p>
      <p>
        Confirmed already? <Link href={signInPath("ten-ocean")}>Sign in with a code by email</Link>.
      </p>
      <RegistrationForm userId={newResidentId()} units={units} />
    </div>
  );
}
