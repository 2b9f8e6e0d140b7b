/** Three moving bars: somebody speaks. The words for it stand beside. */
export function Bars() {
  return (
    <span className="bars" aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  );
}
