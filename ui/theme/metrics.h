#pragma once

/// Lengths in device-independent pixels; steps of 4, as docs/DESIGN.md has them.
namespace squall::ui::metrics {

constexpr int step = 4;
constexpr int row = 26;
constexpr int comfortableRow = 30;
constexpr int gridHeader = 44;
constexpr int bar = 40;
constexpr int tab = 34;
constexpr int statusBar = 26;
constexpr int navigatorRow = 24;
constexpr int radius = 6;
constexpr int popupRadius = 8;
constexpr int icon = 16;
constexpr int navigatorWidth = 248;
constexpr int inspectorWidth = 300;

} // namespace squall::ui::metrics
