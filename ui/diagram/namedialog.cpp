#include "ui/diagram/namedialog.h"

#include "ui/theme/theme.h"
#include "ui/theme/tint.h"

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
constexpr int least = 380;

} // namespace

NameDialog::NameDialog(const Theme &theme, const QString &title, const QString &action, const QString &name,
                       Refusal refusal, QWidget *parent)
    : QDialog(parent)
    , m_refusal(std::move(refusal))
    , m_name(new QLineEdit(name, this))
    , m_error(new QLabel(this))
{
    setObjectName(u"diagramNameDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setMinimumWidth(least);
    m_name->setObjectName(u"diagramName"_s);
    m_error->setObjectName(u"diagramNameError"_s);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->hide();
    tint(m_error, theme.color(Token::Removed));
    auto *form = new QFormLayout;
    form->addRow(tr("&Name"), m_name);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *accepting = new QPushButton(action, this);
    accepting->setObjectName(u"diagramNameAccept"_s);
    accepting->setProperty("primary", true);
    accepting->setDefault(true);
    buttons->addButton(accepting, QDialogButtonBox::ActionRole);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(10);
    layout->addLayout(form);
    layout->addWidget(m_error);
    layout->addWidget(buttons);
    connect(accepting, &QPushButton::clicked, this, &NameDialog::take);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textEdited, m_error, &QWidget::hide);
    m_name->selectAll();
    m_name->setFocus();
}

void NameDialog::take()
{
    const auto why = m_refusal(m_name->text());
    if (why.isEmpty()) {
        accept();
        emit named(m_name->text().trimmed());
        return;
    }
    m_error->setText(why);
    m_error->show();
    m_name->setFocus();
    adjustSize();
}

} // namespace squall::ui
