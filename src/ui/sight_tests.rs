//! Sight, for tests: how a screen's colours look to people with and without colour-blindness.
//!
//! Colour-blindness is simulated as Machado, Oliveira and Fernandes do ("A Physiologically-based Model for Simulation of Color
//! Vision Deficiency", 2009), with their matrices for severity 1.0, on linear RGB. Differences are CIEDE2000 (CIE 142-2001, as
//! Sharma, Wu and Dalal write it, 2005), contrasts those of WCAG 2.

use ratatui::style::Color;

/// A kind of sight.
#[derive(Clone, Copy, Debug)]
pub enum Eye {
    All,
    Protanopia,
    Deuteranopia,
    Tritanopia,
}

pub type Rgb = [f64; 3];

pub const EYES: [Eye; 4] = [Eye::All, Eye::Protanopia, Eye::Deuteranopia, Eye::Tritanopia];
/// The first sixteen colours as xterm has them.
const XTERM: [u32; 16] = [
    0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5, 0x7f_7f7f, 0xff_0000,
    0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
];
const STEPS: [u32; 6] = [0, 95, 135, 175, 215, 255];

impl Eye {
    fn matrix(self) -> [Rgb; 3] {
        match self {
            Eye::All => [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
            Eye::Protanopia => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Eye::Deuteranopia => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
            Eye::Tritanopia => [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        }
    }

    fn sees(self, colour: u32) -> Rgb {
        let light = linear(colour);
        self.matrix().map(|row| (row[0] * light[0] + row[1] * light[1] + row[2] * light[2]).clamp(0.0, 1.0))
    }

    /// How different two colours look with this sight: 1 is just visible.
    pub fn difference(self, one: u32, other: u32) -> f64 {
        ciede2000(lab(self.sees(one)), lab(self.sees(other)))
    }
}

/// A cell's colour as `0xRRGGBB`; `own` if it is the terminal's own.
pub fn shown(color: Option<Color>, own: u32) -> u32 {
    let index = match color {
        None | Some(Color::Reset) => return own,
        Some(Color::Rgb(r, g, b)) => return u32::from_be_bytes([0, r, g, b]),
        Some(Color::Indexed(index)) => u32::from(index),
        Some(Color::Red) => 1,
        Some(Color::Green) => 2,
        Some(Color::Blue) => 4,
        Some(Color::Magenta) => 5,
        Some(Color::Cyan) => 6,
        Some(color) => panic!("no look has {color:?}"),
    };
    match index {
        0..16 => XTERM[index as usize],
        16..232 => {
            let step = |part: u32| STEPS[((index - 16) / part % 6) as usize];
            step(36) << 16 | step(6) << 8 | step(1)
        }
        _ => (8 + 10 * (index - 232)) * 0x01_0101,
    }
}

/// The contrast of two colours, 1 to 21.
pub fn contrast(one: u32, other: u32) -> f64 {
    let bright = |colour| {
        let [r, g, b] = linear(colour);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (one, other) = (bright(one), bright(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn linear(colour: u32) -> Rgb {
    [16, 8, 0].map(|shift| {
        let part = f64::from(colour >> shift & 0xff) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    })
}

fn lab([r, g, b]: Rgb) -> Rgb {
    let x = (0.412_456_4 * r + 0.357_576_1 * g + 0.180_437_5 * b) / 0.950_47;
    let y = 0.212_672_9 * r + 0.715_152_2 * g + 0.072_175_0 * b;
    let z = (0.019_333_9 * r + 0.119_192_0 * g + 0.950_304_1 * b) / 1.088_83;
    let f = |t: f64| if t > 216.0 / 24_389.0 { t.cbrt() } else { (24_389.0 / 27.0 * t + 16.0) / 116.0 };
    [116.0 * f(y) - 16.0, 500.0 * (f(x) - f(y)), 200.0 * (f(y) - f(z))]
}

pub fn ciede2000(one: Rgb, other: Rgb) -> f64 {
    let chroma = |lab: Rgb| lab[1].hypot(lab[2]);
    let strength = |c: f64| (c.powi(7) / (c.powi(7) + 25f64.powi(7))).sqrt();
    let spread = 1.0 + 0.5 * (1.0 - strength((chroma(one) + chroma(other)) / 2.0));
    let [one, other] = [one, other].map(|lab| [lab[0], lab[1] * spread, lab[2]]);
    let hue = |lab: Rgb| lab[2].atan2(lab[1]).to_degrees().rem_euclid(360.0);
    let ((c1, h1), (c2, h2)) = ((chroma(one), hue(one)), (chroma(other), hue(other)));
    let turned = if c1 * c2 == 0.0 { 0.0 } else { (h2 - h1 + 180.0).rem_euclid(360.0) - 180.0 };
    let (dl, dc) = (other[0] - one[0], c2 - c1);
    let dh = 2.0 * (c1 * c2).sqrt() * (turned.to_radians() / 2.0).sin();
    let (l, c) = ((one[0] + other[0]) / 2.0, (c1 + c2) / 2.0);
    let h = match (c1 * c2 == 0.0, (h1 - h2).abs() <= 180.0) {
        (true, _) => h1 + h2,
        (_, true) => (h1 + h2) / 2.0,
        (_, false) if h1 + h2 < 360.0 => (h1 + h2 + 360.0) / 2.0,
        (_, false) => (h1 + h2 - 360.0) / 2.0,
    };
    let cos = |degrees: f64| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cos(h - 30.0) + 0.24 * cos(2.0 * h) + 0.32 * cos(3.0 * h + 6.0) - 0.2 * cos(4.0 * h - 63.0);
    let sl = 1.0 + 0.015 * (l - 50.0).powi(2) / (20.0 + (l - 50.0).powi(2)).sqrt();
    let (sc, sh) = (1.0 + 0.045 * c, 1.0 + 0.015 * c * t);
    let turn = 60.0 * (-((h - 275.0) / 25.0).powi(2)).exp();
    let rt = -turn.to_radians().sin() * 2.0 * strength(c);
    let (dl, dc, dh) = (dl / sl, dc / sc, dh / sh);
    (dl * dl + dc * dc + dh * dh + rt * dc * dh).sqrt()
}
