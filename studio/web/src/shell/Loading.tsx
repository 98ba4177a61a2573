/** Three grey lines where text will stand; they appear only when the wait is long enough to be noticed. */
export function Loading({ label = "Loading" }: { readonly label?: string }) {
  return (
    <div className="page loading" role="status">
      <span className="visually-hidden">{label}</span>
      <span className="loading-line" />
      <span className="loading-line" />
      <span className="loading-line" />
    </div>
  );
}
