#include "ui/theme/stylesheet.h"

#include <utility>

namespace squall::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// Buttons are quiet unless their `primary` property says that they are the one action of their view.
const auto sheet = uR"(
QToolTip { background: @raised; color: @text; border: 1px solid @line; padding: 4px 8px; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox {
    background: @surface; color: @text; border: 1px solid @line; border-radius: 6px; selection-background-color: @selection;
    selection-color: @text; }
QLineEdit, QComboBox, QSpinBox { padding: 0 8px; min-height: 26px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus { border: 1px solid @accent; }
QLineEdit:disabled, QComboBox:disabled { background: @window; color: @faint; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url(:/icons/arrow-@scheme.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @raised; color: @text; border: 1px solid @line; selection-background-color: @selection;
    selection-color: @text; outline: none; }
QPushButton { background: @surface; color: @text; border: 1px solid @line; border-radius: 6px; padding: 0 12px; min-height: 26px; }
QPushButton:hover { background: @window; }
QPushButton:pressed, QPushButton:checked { background: @selection; }
QPushButton:focus { border: 1px solid @accent; }
QPushButton:disabled { color: @faint; background: @window; }
QPushButton::menu-indicator { image: url(:/icons/arrow-@scheme.svg); width: 12px; height: 12px;
    subcontrol-origin: padding; subcontrol-position: right center; right: 6px; }
QPushButton[opensMenu="true"] { padding-right: 18px; }
QPushButton[primary="true"] { background: @accent; color: @accentText; border: 1px solid @accent; font-weight: 500; }
QPushButton[primary="true"]:focus { border: 2px solid @text; }
QPushButton[primary="true"]:disabled { background: @line; color: @muted; border-color: @line; }
QToolButton { background: transparent; color: @muted; border: 1px solid transparent; border-radius: 6px; padding: 2px 6px; }
QToolButton:hover, QToolButton:checked { background: @selection; color: @text; }
QToolButton:focus { border: 1px solid @accent; }
QMenuBar { background: @window; color: @text; spacing: 0; padding: 0 4px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @selection; }
QMenu { background: @raised; color: @text; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 4px 28px 4px 12px; border-radius: 4px; min-height: 18px; }
QMenu::item:selected { background: @selection; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: @handle; border-radius: 4px; margin: 2px; }
QScrollBar::handle:hover { background: @faint; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }
QSplitter::handle { background: @line; }
QListView#whereOffers, QListView#valueOffers { background: @raised; border: 1px solid @line; }
QTreeView, QListView, QTableView { background: @surface; color: @text; border: none; outline: none; }
QHeaderView::section { background: @window; color: @text; border: none; border-right: 1px solid @line;
    border-bottom: 1px solid @line; padding: 0 10px; font-weight: 600; }
QToolButton::menu-indicator { image: none; }
QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QListView::indicator { width: 14px; height: 14px; border: 1px solid @faint; border-radius: 4px; background: @surface; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: @accent; border-color: @accent; image: url(:/icons/tick-@scheme.svg); }
QCheckBox::indicator:focus { border: 1px solid @accent; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @faint; border-radius: 8px; background: @surface; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid @accent; background: @accentText; }
)"_s;

} // namespace

QString styleSheet(Scheme scheme)
{
    const auto hex = [scheme](Token token) { return tokenColor(token, scheme).name(); };
    // `part` of the second in the first.
    const auto mixed = [scheme](Token one, Token other, double part) {
        const auto a = tokenColor(one, scheme);
        const auto b = tokenColor(other, scheme);
        const auto between = [part](int from, int to) { return static_cast<int>(from + (to - from) * part); };
        return QColor(between(a.red(), b.red()), between(a.green(), b.green()), between(a.blue(), b.blue()))
            .name();
    };
    auto text = sheet;
    // Longer names first: `@accentText` starts with `@accent`.
    for (const auto &[name, value] : std::initializer_list<std::pair<QString, QString>>{
             {u"@accentText"_s, hex(Token::AccentText)},
             {u"@accent"_s, hex(Token::Accent)},
             {u"@selection"_s, hex(Token::Selection)},
             {u"@surface"_s, hex(Token::Surface)},
             {u"@window"_s, hex(Token::Window)},
             {u"@raised"_s, hex(Token::Raised)},
             {u"@handle"_s, mixed(Token::Line, Token::Faint, 0.25)},
             {u"@line"_s, hex(Token::Line)},
             {u"@muted"_s, hex(Token::Muted)},
             {u"@faint"_s, hex(Token::Faint)},
             {u"@text"_s, hex(Token::Text)},
             {u"@scheme"_s, scheme == Scheme::Dark ? u"dark"_s : u"light"_s},
         })
        text.replace(name, value);
    return text;
}

} // namespace squall::ui
