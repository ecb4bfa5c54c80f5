"""Looks of `perbandingan.html`: on a desk, on a phone, in the dark, in the reader's own colours, and on paper in black and white."""

STYLE = """
:root{color-scheme:light;--kertas:#fff;--tinta:#1a1a1a;--garis:#bbb;--kepala:#e6ecf2;--redup:#4a4a4a;--tautan:#0b4f8a;
--ragu:#ffe699}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;--kertas:#16191d;--tinta:#e8e8e8;--garis:#555c66;
--kepala:#27303a;--redup:#b9c0c8;--tautan:#8cc4ff;--ragu:#5c4800}}
body{font:15px/1.45 system-ui,"Segoe UI",Arial,sans-serif;color:var(--tinta);background:var(--kertas);margin:0 auto;
max-width:1280px;padding:1rem 1.2rem 4rem}
h1{font-size:1.6rem;margin:.6rem 0}
h2{font-size:1.2rem;margin:2.2rem 0 .6rem;border-bottom:2px solid #1f4e79}
h3{font-size:1rem;margin:0 0 .3rem}
a{color:var(--tautan)}
label{margin-right:1rem}
#l-id:checked~main [lang=en],#l-en:checked~main [lang=id]{display:none}
:focus-visible{outline:3px solid var(--tautan);outline-offset:2px}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:.86rem}
th,td{border:1px solid var(--garis);padding:.2rem .45rem;text-align:left;vertical-align:top}
th{background:var(--kepala)}
td.w{min-width:13rem}
td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
td small{display:block;color:var(--redup)}
td.ragu{background:var(--ragu);border-left:4px solid #a86f00;font-weight:600}
.seri{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,540px),1fr));gap:1rem}
figure{margin:0;border:1px solid var(--garis);padding:.7rem;break-inside:avoid;min-width:0}
figure:target{outline:3px solid var(--tautan)}
svg{width:100%;min-width:480px;height:auto;display:block;background:#fff;forced-color-adjust:none}
.u{color:var(--redup);font-weight:normal}
summary{cursor:pointer;font-size:.86rem}
.satu{margin-top:1rem}
.satu>summary{font-size:1rem;font-weight:600;margin-bottom:.6rem}
.kunci{font-size:.86rem;color:var(--redup)}
@page{size:A4 landscape;margin:12mm}
@media print{html{font-size:11px}
input,label,nav{display:none}
body{max-width:none;padding:0 1px 0 0;font-size:8.5pt}
figure{padding:.3rem .4rem}
h3{font-size:9pt}
a{color:inherit;text-decoration:none}
tr{break-inside:avoid}
h2,h3{break-after:avoid}
.scroll{overflow:visible}
.seri{grid-template-columns:1fr 1fr;gap:.5rem}
figure details:not([open]){display:none}
td.w{min-width:0}
svg{min-width:0;max-height:43mm}
.satu::details-content{content-visibility:visible;block-size:auto}
.satu>summary{list-style:none}}
"""
