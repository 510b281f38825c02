#include "ui/commands/keysdialog.h"

#include "models/valuefile.h"
#include "ui/commands/commands.h"
#include "ui/commands/keybindings.h"
#include "ui/edit/inputlook.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"

#include <QAction>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTreeView>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

enum Column { CommandColumn, KeysColumn, ColumnCount };
constexpr int IdRole = Qt::UserRole + 1;

QString wordsFor(const QList<QKeySequence> &keys)
{
    QStringList words;
    for (const auto &key : keys)
        words << key.toString(QKeySequence::NativeText);
    return words.join(u", "_s);
}

QPushButton *makeButton(const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

} // namespace

KeysDialog::KeysDialog(const Theme &theme, Commands &commands, KeyBindings &keys, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_commands(commands)
    , m_keys(keys)
    , m_model(new QStandardItemModel(0, ColumnCount, this))
    , m_shown(new QSortFilterProxyModel(this))
    , m_search(new QLineEdit(this))
    , m_list(new QTreeView(this))
    , m_typed(new QKeySequenceEdit(this))
    , m_take(makeButton(tr("Use this key"), u"keysTake"_s, this))
    , m_none(makeButton(tr("No key"), u"keysNone"_s, this))
    , m_reset(makeButton(tr("As it was"), u"keysReset"_s, this))
    , m_word(new QLabel(this))
{
    setObjectName(u"keysDialog"_s);
    setWindowTitle(tr("Keyboard shortcuts"));
    resize(620, 560);
    m_search->setObjectName(u"keysSearch"_s);
    m_search->setPlaceholderText(tr("Search commands and keys"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    if (auto *clear = m_search->findChild<QAction *>(u"_q_qlineeditclearaction"_s))
        clear->setIcon(theme.icon(u"close"_s));
    m_model->setHorizontalHeaderLabels({tr("Command"), tr("Keys")});
    m_shown->setSourceModel(m_model);
    m_shown->setFilterKeyColumn(-1);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setObjectName(u"keysList"_s);
    m_list->setAccessibleName(tr("Commands and their keys"));
    m_list->setModel(m_shown);
    frameLikeInput(*m_list);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(makeEditor());
    layout->addLayout(makeButtons());
    connect(m_search, &QLineEdit::textChanged, m_shown, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &KeysDialog::follow);
    connect(m_list, &QTreeView::activated, m_typed, qOverload<>(&QWidget::setFocus));
    connect(&keys, &KeyBindings::changed, this, &KeysDialog::fill);
    fill();
    m_list->header()->setSectionResizeMode(CommandColumn, QHeaderView::Stretch);
    m_list->setCurrentIndex(m_shown->index(0, 0));
}

QWidget *KeysDialog::makeEditor()
{
    m_typed->setObjectName(u"keysTyped"_s);
    m_typed->setAccessibleName(tr("Press the new key"));
    m_word->setObjectName(u"keysWord"_s);
    m_word->setWordWrap(true);
    m_word->setTextFormat(Qt::PlainText);
    m_word->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_word->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *editor = new QWidget(this);
    auto *line = new QHBoxLayout;
    line->addWidget(new QLabel(tr("Press the new key:"), editor));
    line->addWidget(m_typed, 1);
    for (auto *button : {m_take, m_none, m_reset})
        line->addWidget(button);
    auto *layout = new QVBoxLayout(editor);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(line);
    layout->addWidget(m_word);
    connect(m_typed, &QKeySequenceEdit::keySequenceChanged, this, &KeysDialog::weigh);
    connect(m_take, &QPushButton::clicked, this, &KeysDialog::take);
    connect(m_none, &QPushButton::clicked, this, [this] { m_keys.bind(currentId(), {}); });
    connect(m_reset, &QPushButton::clicked, this, [this] { m_keys.reset(currentId()); });
    return editor;
}

QLayout *KeysDialog::makeButtons()
{
    auto *all = makeButton(tr("All as they were"), u"keysResetAll"_s, this);
    auto *save = makeButton(tr("Export…"), u"keysExport"_s, this);
    auto *load = makeButton(tr("Import…"), u"keysImport"_s, this);
    auto *close = makeButton(tr("Close"), u"keysClose"_s, this);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(all);
    buttons->addWidget(save);
    buttons->addWidget(load);
    buttons->addStretch(1);
    buttons->addWidget(close);
    connect(all, &QPushButton::clicked, &m_keys, &KeyBindings::resetAll);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    const auto choose = [this](const QString &title, QFileDialog::AcceptMode mode) {
        auto *dialog = new QFileDialog(this, title);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(mode);
        dialog->setNameFilter(tr("Keys (*.json)"));
        dialog->setDefaultSuffix(u"json"_s);
        dialog->open();
        return dialog;
    };
    connect(save, &QPushButton::clicked, this, [this, choose] {
        connect(choose(tr("Export keys"), QFileDialog::AcceptSave), &QFileDialog::fileSelected, this,
                &KeysDialog::exportTo);
    });
    connect(load, &QPushButton::clicked, this, [this, choose] {
        connect(choose(tr("Import keys"), QFileDialog::AcceptOpen), &QFileDialog::fileSelected, this,
                &KeysDialog::importFrom);
    });
    return buttons;
}

void KeysDialog::fill()
{
    const auto commands = m_commands.list();
    m_model->setRowCount(static_cast<int>(commands.size()));
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const auto &command = commands[static_cast<size_t>(row)];
        auto *name = new QStandardItem(command.text);
        name->setData(command.id, IdRole);
        auto *keys = new QStandardItem(wordsFor(m_commands.action(command.id)->shortcuts()));
        if (m_keys.isChosen(command.id)) {
            auto strong = font();
            strong.setBold(true);
            keys->setFont(strong);
            keys->setToolTip(tr("It came with: %1").arg(wordsFor(m_commands.ownKeys(command.id))));
        }
        m_model->setItem(row, CommandColumn, name);
        m_model->setItem(row, KeysColumn, keys);
    }
    follow();
}

QString KeysDialog::currentId() const
{
    return m_list->currentIndex().siblingAtColumn(CommandColumn).data(IdRole).toString();
}

void KeysDialog::follow()
{
    const auto id = currentId();
    m_typed->clear();
    m_typed->setEnabled(!id.isEmpty());
    m_none->setEnabled(!id.isEmpty() && !m_commands.action(id)->shortcuts().isEmpty());
    m_reset->setEnabled(m_keys.isChosen(id));
    weigh();
}

/// Only the first of several keys counts: commands have no sequences.
void KeysDialog::weigh()
{
    const auto typed = m_typed->keySequence();
    if (typed.count() > 1) {
        m_typed->setKeySequence(QKeySequence(typed[0]));
        return;
    }
    const auto why = typed.isEmpty() ? QString() : KeyBindings::refusal(typed);
    m_take->setEnabled(!typed.isEmpty() && why.isEmpty());
    QStringList others;
    for (const auto &id : typed.isEmpty() ? QStringList() : m_keys.conflicts(currentId(), typed)) {
        auto text = m_commands.action(id)->text();
        others << text.remove(u'&').remove(u'…');
    }
    if (!why.isEmpty())
        say(why, false);
    else if (!others.isEmpty())
        say(tr("%1 means “%2” now, which would lose it.")
                .arg(typed.toString(QKeySequence::NativeText), others.join(u"”, “"_s)),
            false);
    else
        say({}, true);
}

void KeysDialog::take()
{
    const auto key = m_typed->keySequence();
    const auto id = currentId();
    for (const auto &other : m_keys.conflicts(id, key)) {
        auto left = m_commands.action(other)->shortcuts();
        left.removeAll(key);
        m_keys.bind(other, left);
    }
    m_keys.bind(id, {key});
}

void KeysDialog::say(const QString &text, bool good)
{
    m_word->setText(text);
    tint(m_word, m_theme.color(good ? Token::Muted : Token::Removed));
}

void KeysDialog::exportTo(const QString &path)
{
    m_writing.run(models::writeValueFile(path, m_keys.toJson()), [this, path](const Result<qint64> &size) {
        say(size ? tr("Written to %1").arg(path) : size.error().message, bool(size));
    });
}

void KeysDialog::importFrom(const QString &path)
{
    m_reading.run(models::readValueFile(path), [this, path](const Result<QByteArray> &bytes) {
        if (!bytes) {
            say(bytes.error().message, false);
            return;
        }
        const auto loaded = m_keys.load(*bytes);
        say(loaded ? tr("Read from %1").arg(path) : loaded.error().message, bool(loaded));
    });
}

} // namespace squall::ui
