#include "ui/query/savedquerydialog.h"

#include "ui/theme/theme.h"
#include "ui/theme/tint.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 20;
constexpr int width = 440;

} // namespace

SavedQueryDialog::SavedQueryDialog(models::SavedQueries &queries, workspace::SavedQuery query,
                                   const QString &connection, const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_queries(queries)
    , m_query(std::move(query))
    , m_connection(connection)
    , m_name(new QLineEdit(m_query.name, this))
    , m_folder(new QComboBox(this))
    , m_abbreviation(new QLineEdit(m_query.abbreviation, this))
    , m_forAll(new QCheckBox(tr("For all connections"), this))
    , m_error(new QLabel(this))
    , m_save(new QPushButton(tr("Save"), this))
{
    setObjectName(u"savedQueryDialog"_s);
    setWindowTitle(m_query.id.isEmpty() ? tr("Save the query") : tr("Saved query"));
    setMinimumWidth(ui::width);
    m_name->setObjectName(u"savedQueryName"_s);
    m_folder->setObjectName(u"savedQueryFolder"_s);
    m_folder->setEditable(true);
    m_folder->addItem({});
    m_folder->addItems(queries.folders());
    m_folder->setCurrentText(m_query.folder);
    m_folder->lineEdit()->setPlaceholderText(tr("None; reports/weekly is one in another"));
    m_abbreviation->setObjectName(u"savedQueryAbbreviation"_s);
    m_abbreviation->setPlaceholderText(tr("None"));
    m_forAll->setObjectName(u"savedQueryForAll"_s);
    m_forAll->setChecked(m_query.connection.isEmpty() && !m_query.id.isEmpty());
    m_error->setObjectName(u"savedQueryError"_s);
    m_error->setWordWrap(true);
    m_error->setTextFormat(Qt::PlainText);
    m_error->hide();
    tint(m_error, theme.color(Token::Removed));
    m_save->setObjectName(u"savedQuerySave"_s);
    m_save->setProperty("primary", true);
    m_save->setDefault(true);

    auto *hint = new QLabel(tr("Completion offers a query by its abbreviation where a statement begins. In "
                               "it, $0 is where the cursor goes, and ${1:name} a place to fill in."),
                            this);
    hint->setWordWrap(true);
    hint->setTextFormat(Qt::PlainText);
    hint->setFont(ui::font(TextStyle::Small));
    tint(hint, theme.color(Token::Muted));
    auto *form = new QFormLayout;
    form->setVerticalSpacing(10);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Folder"), m_folder);
    form->addRow(tr("A&bbreviation"), m_abbreviation);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_save, QDialogButtonBox::ActionRole);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(10);
    layout->addLayout(form);
    layout->addWidget(hint);
    layout->addWidget(m_forAll);
    layout->addWidget(m_error);
    layout->addWidget(buttons);

    connect(m_save, &QPushButton::clicked, this, &SavedQueryDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (auto *field : {m_name, m_abbreviation, m_folder->lineEdit()})
        connect(field, &QLineEdit::textEdited, m_error, &QWidget::hide);
    m_name->selectAll();
    m_name->setFocus();
}

workspace::SavedQuery SavedQueryDialog::filled() const
{
    auto query = m_query;
    query.name = m_name->text();
    query.folder = m_folder->currentText();
    query.abbreviation = m_abbreviation->text().trimmed();
    query.connection = m_forAll->isChecked() ? QString() : m_connection;
    return query;
}

void SavedQueryDialog::save()
{
    const auto query = filled();
    if (const auto why = m_queries.refusal(query); !why.isEmpty()) {
        m_error->setText(why);
        m_error->show();
        adjustSize();
        return;
    }
    const auto id = m_queries.save(query);
    accept();
    emit saved(id);
}

} // namespace squall::ui
