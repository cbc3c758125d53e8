import Link from "next/link";

export default function RegistrationNotFound() {
  return (
    <div className="page narrow">
      <h1>There is no such registration</h1>
      <p>Copy the address of your registration&rsquo;s page in full and open it again, or register now.</p>
      <p>
        <Link href="/ten-ocean">To the registration</Link>
      </p>
    </div>
  );
}
