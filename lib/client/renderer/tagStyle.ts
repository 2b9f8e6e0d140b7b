/**
 * Style of the name tags, in the colours of the page's tokens. The tags live in a shadow root with a constructed style
 * sheet, which a strict content security policy allows.
 */
export const tagStyle = `
:host {
  position: absolute;
  inset: 0;
  overflow: hidden;
  pointer-events: none;
  contain: strict;
}
.world { position: absolute; left: 0; top: 0; }
.tag {
  position: absolute;
  left: 0;
  top: 0;
  display: inline-flex;
  align-items: center;
  gap: 5px;
  box-sizing: border-box;
  height: 18px;
  max-width: 168px;
  padding: 0 7px 0 6px;
  border-radius: 999px;
  background: var(--tag-bg);
  color: var(--tag-ink);
  font: 600 11px/18px "Figtree Variable", Figtree, system-ui, sans-serif;
  white-space: nowrap;
  box-shadow: var(--elevation-1);
  transition: background-color 120ms, color 120ms;
}
.tag .name { overflow: hidden; text-overflow: ellipsis; }
.tag .dot { flex: none; width: 6px; height: 6px; border-radius: 50%; background: var(--good); }
.tag[data-presence="busy"] .dot, .tag[data-presence="in-call"] .dot { background: var(--bad); }
.tag[data-presence="away"] .dot, .tag[data-presence="offline"] .dot {
  background: transparent;
  box-shadow: inset 0 0 0 1.5px var(--ink-soft);
}
.tag[data-reconnecting] { opacity: 0.6; }
.tag .bars { display: none; flex: none; align-items: center; gap: 1.5px; height: 10px; }
.tag .bars i { width: 2px; height: 100%; border-radius: 1px; background: currentColor; transform: scaleY(0.45); }
.tag .bars i:nth-child(2) { transform: scaleY(1); }
.tag .bars i:nth-child(3) { transform: scaleY(0.65); }
.tag[data-self] { padding: 0 8px; background: var(--lagoon); color: var(--on-lagoon); }
.tag[data-self] .dot { display: none; }
.tag[data-speaking] { background: var(--near); color: var(--on-near); }
.tag[data-speaking] .dot { display: none; }
.tag[data-speaking] .bars { display: inline-flex; }
.tag .kind { flex: none; color: var(--ink-soft); font-weight: 500; }
.tag[data-speaking] .kind { color: inherit; }
@media (prefers-reduced-motion: no-preference) {
  .tag[data-speaking] .bars i { animation: bar 900ms ease-in-out infinite alternate; }
  .tag[data-speaking] .bars i:nth-child(2) { animation-delay: -300ms; animation-duration: 700ms; }
  .tag[data-speaking] .bars i:nth-child(3) { animation-delay: -600ms; animation-duration: 800ms; }
}
@keyframes bar { from { transform: scaleY(0.35); } to { transform: scaleY(1); } }
`;
