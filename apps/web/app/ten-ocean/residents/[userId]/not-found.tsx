import Link from "next/link";

export default function RegistrationNotFound() {
  return (
    <div className="page narrow">
      <h1>There is no such registration</h1>
      <p>
        Or it is not shown here yet: follow the link in the email that we sent you about it. To get another
        one, register again with the same address.
      </p>
      <p>
        <Link href="/ten-ocean">To the registration</Link>
      </p>
    </div>
  );
}
